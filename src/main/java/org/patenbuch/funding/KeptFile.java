package org.patenbuch.funding;

/**
 * A voucher or evidence kept as a file, to be fetched at {@code files/{id}}.
 *
 * @param sha256 of its content, in hexadecimal, as the journal holds it
 */
public record KeptFile(String id, String sha256, String mediaType, long sizeBytes) {}
