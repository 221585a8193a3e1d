package org.patenbuch.print;

/**
 * A file inside a PDF: the data that its pages show, for programs.
 *
 * @param name such as {@code funding.json}; plain letters, no path
 * @param mediaType such as {@code application/json}
 * @param description what is in it, in the language of the document
 */
public record Attachment(String name, String mediaType, String description, byte[] content) {}
