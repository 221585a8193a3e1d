package org.patenbuch.projections;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;

/** Where a page ended: the sort keys of its last item, opaque to the asker; every page costs the same. */
public final class Cursor {
    private Cursor() {}

    public static String of(Object... keys) {
        List<String> texts = new ArrayList<>();
        for (Object key : keys) {
            texts.add(key.toString());
        }
        byte[] bytes = String.join("\n", texts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * @param first the keys to start with where no page came before; as many as the cursor must hold
     * @throws Misshapen 400 if it is no cursor of this list
     */
    public static List<String> read(@Nullable String after, String... first) {
        if (after == null) {
            return List.of(first);
        }
        List<String> keys = decoded(after);
        if (keys.size() != first.length || keys.stream().anyMatch(Cursor::unfit)) {
            throw unknown();
        }
        return keys;
    }

    /** What no key holds, and PostgreSQL cannot. */
    private static boolean unfit(String key) {
        return key.chars().anyMatch(Character::isISOControl);
    }

    /** For a key that was read but is none of this list's. */
    public static Misshapen unknown() {
        return new Misshapen(List.of(FieldProblem.of("after", "form.not-a-cursor")));
    }

    private static List<String> decoded(String after) {
        try {
            return List.of(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n"));
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
    }
}
