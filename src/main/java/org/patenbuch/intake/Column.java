package org.patenbuch.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * One column of a kind of file.
 *
 * @param field the contract's name, {@code partnerId}
 * @param german as headed in the reference files
 * @param headings everything it may be headed, compared as {@link Words#plain}
 * @param words the words for its values, if only some are allowed
 * @param refersTo the kind of entry it names, if it does
 */
record Column(
        String field,
        String german,
        Set<String> headings,
        @Nullable Words words,
        @Nullable ImportKind refersTo) implements MessageSourceResolvable {

    /** A column may be headed in German, by its field, or by the field without its unit: {@code partnerId, partner}. */
    static Column of(String field, String... headings) {
        String bare = field.replaceFirst("(Id|Cents|On)$", "");
        Set<String> all = Stream.concat(Stream.of(field, bare), Stream.of(headings))
                .map(Words::plain)
                .collect(Collectors.toUnmodifiableSet());
        return new Column(field, headings[0], all, null, null);
    }

    Column of(Words allowed) {
        return new Column(field, german, headings, allowed, refersTo);
    }

    Column to(ImportKind kind) {
        return new Column(field, german, headings, words, kind);
    }

    /** What people call it, in the language of who reads. */
    @Override
    public String[] getCodes() {
        return new String[] {"imports.field." + field};
    }

    boolean headed(String heading) {
        return headings.contains(Words.plain(heading));
    }

    static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::german).toList();
    }
}
