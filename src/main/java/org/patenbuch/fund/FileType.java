package org.patenbuch.fund;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.patenbuch.forms.Unreadable;

/** The kinds of files that are kept, known by their first bytes and by nothing a sender says. */
enum FileType {
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    JPEG("image/jpeg", HexFormat.of().parseHex("ffd8ff")),
    PNG("image/png", HexFormat.of().parseHex("89504e470d0a1a0a"));

    final String mediaType;
    private final byte[] beginning;

    FileType(String mediaType, byte[] beginning) {
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    /** @throws Unreadable {@code file.empty}; {@code file.unsupported}, answered with 415 */
    static FileType of(byte[] content) {
        if (content.length == 0) {
            throw new Unreadable("file.empty");
        }
        return Arrays.stream(values())
                .filter(type -> type.begins(content))
                .findFirst()
                .orElseThrow(() -> new Unreadable("file.unsupported"));
    }

    private boolean begins(byte[] content) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }
}
