package org.patenbuch.web;

import java.util.List;

/**
 * One thing wrong with one field of what was sent.
 *
 * @param field its name as in the request, with the way to it ({@code instalments[2].amountCents})
 * @param code for programs; the sentence for people stands under the same key in the message files
 * @param arguments what the sentence names, as for {@link Sentences}; never personal text
 */
public record FieldProblem(String field, String code, List<Object> arguments) {}
