package org.patenbuch.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.patenbuch.forms.Unreadable;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/** What came with a request, put into a folder: one ZIP, or any of the tables. */
final class ImportUpload {
    private static final String FOLDER = "patenbuch-import-";
    private static final Duration NO_WORK_IS_LONGER = Duration.ofDays(1);

    private ImportUpload() {}

    /** A folder for nobody else, to be put away by who asks for it. */
    static Path folder() throws IOException {
        return Files.createTempDirectory(FOLDER);
    }

    /** What the program could not put away because it was ended: there are names of people in it. */
    static void forgetLeftovers() {
        long before = Instant.now().minus(NO_WORK_IS_LONGER).toEpochMilli();
        File all = new File(System.getProperty("java.io.tmpdir"));
        File[] left = all.listFiles(file -> file.getName().startsWith(FOLDER) && file.lastModified() < before);
        for (File folder : left == null ? new File[0] : left) {
            FileSystemUtils.deleteRecursively(folder); // that of somebody else stays, and stops nobody
        }
    }

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
