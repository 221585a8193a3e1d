package org.patenbuch.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.patenbuch.forms.Unreadable;
import org.springframework.web.multipart.MultipartFile;

/** What came with a request, put into a folder: one ZIP, or any of the tables. */
final class ImportUpload {
    private ImportUpload() {}

    /** @throws Unreadable if a file has no fit name, or there is a ZIP and more */
    static void put(List<MultipartFile> parts, Path folder) throws IOException {
        boolean zip = false;
        for (MultipartFile part : parts) {
            String name = plainName(part);
            part.transferTo(folder.resolve(name));
            zip |= name.toLowerCase(Locale.ROOT).endsWith(".zip");
        }
        if (zip && parts.size() > 1) {
            throw new Unreadable("import.zip-and-more");
        }
    }

    /** What a client calls its file is not to be trusted with a path. */
    private static String plainName(MultipartFile part) {
        String sent = part.getOriginalFilename() == null ? "" : part.getOriginalFilename();
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        if (name.isBlank()
                || name.length() > 100
                || name.chars().anyMatch(Character::isISOControl)
                || name.startsWith(".")) {
            throw new Unreadable("import.file-name");
        }
        return name;
    }
}
