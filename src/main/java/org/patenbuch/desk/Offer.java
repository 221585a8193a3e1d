package org.patenbuch.desk;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.patenbuch.kernel.Who;

/**
 * What a form holds from the start, because it says anew what held already; a bean each.
 *
 * @param list and {@code action} name the form
 * @param present by field, of the entry with this id
 */
record Offer(String list, String action, BiFunction<Who, String, Map<String, List<String>>> present) {}
