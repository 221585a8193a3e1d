package org.patenbuch.projections;

import org.jspecify.annotations.Nullable;

/**
 * The name of one number in a view's answer.
 *
 * @param group where in the answer it stands: totals, byPartner, byMonth …
 * @param key of the line in its group; null for a total
 * @param name receivedMoneyCents, minutes …
 */
public record Figure(String view, String group, @Nullable String key, String name) {}
