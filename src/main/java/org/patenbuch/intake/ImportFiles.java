package org.patenbuch.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.patenbuch.forms.Unreadable;

/** The tables of one import: those of a folder, of a ZIP of at most 20 MB, or of the class path. */
public final class ImportFiles implements Closeable {
    /** The largest ZIP taken, in megabytes. */
    public static final int MAX_ZIP_MEGABYTES = 20;

    private static final int MAX_ENTRIES = 1000;

    private final List<ImportFile> tables = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, Sheet.Opener> foreign = new LinkedHashMap<>();
    private final Said said;
    private final Closeable origin;

    private ImportFiles(Said said, Closeable origin) {
        this.said = said;
        this.origin = origin;
    }

    /** @throws Unreadable when there is nothing in it that an import can read */
    public static ImportFiles open(Path folderOrZip) {
        return open(folderOrZip, Said.NOTHING);
    }

    /** @param said about tables whose names or headings do not speak for themselves */
    static ImportFiles open(Path folderOrZip, Said said) {
        String name = String.valueOf(folderOrZip.getFileName());
        try {
            if (!Files.isReadable(folderOrZip)) {
                throw new Unreadable("import.not-found", name);
            }
            return Files.isDirectory(folderOrZip) ? folder(folderOrZip, said) : zip(folderOrZip, name, said);
        } catch (IOException | SecurityException e) {
            throw new Unreadable(e, "import.cannot-read", name);
        }
    }

    /** Tables carried in the program itself: {@code demo/rosenstadt}. */
    public static ImportFiles carried(String folder) {
        var loader = ImportFiles.class.getClassLoader();
        var files = new ImportFiles(Said.NOTHING, () -> {});
        try {
            for (ImportKind kind : ImportKind.values()) {
                for (String name : kind.names()) {
                    var resource = loader.getResource(folder + "/" + name);
                    if (resource != null) {
                        files.add(name, resource::openStream);
                    }
                }
            }
            return files.complete();
        } catch (IOException e) {
            throw new Unreadable(e, "import.cannot-read", folder);
        }
    }

    private static ImportFiles folder(Path folder, Said said) throws IOException {
        var files = new ImportFiles(said, () -> {});
        try (Stream<Path> content = Files.list(folder)) {
            for (Path path : content.filter(Files::isRegularFile).sorted().toList()) {
                files.add(path.getFileName().toString(), () -> Files.newInputStream(path));
            }
        }
        return files.complete();
    }

    private static ImportFiles zip(Path path, String name, Said said) throws IOException {
        if (Files.size(path) > MAX_ZIP_MEGABYTES * 1024L * 1024L) {
            throw new Unreadable("import.too-large", MAX_ZIP_MEGABYTES);
        }
        // Names without the flag for UTF-8 may be in any old code page; those we know are plain ASCII
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException e) {
            throw new Unreadable(e, "import.not-a-zip", name);
        }
        try {
            return unpack(zip, said);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ImportFiles unpack(ZipFile zip, Said said) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new Unreadable("import.too-many-files", MAX_ENTRIES);
        }
        var files = new ImportFiles(said, zip);
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName();
            if (name.startsWith("/")
                    || name.contains("\\")
                    || List.of(name.split("/")).contains("..")) {
                throw new Unreadable("import.zip-path");
            }
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/")) {
                files.add(name, () -> new Unpacking(zip.getInputStream(entry), entry));
            }
        }
        return files.complete();
    }

    private void add(String path, Sheet.Opener opener) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ColumnMapping mapping = said.mapping(path);
        Optional<ImportKind> kind = mapping == null ? ImportKind.named(name) : Optional.of(mapping.kind());
        if (said.leavesOut(path)) {
            ignored.add(path);
        } else if (kind.isEmpty()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".csv") && !name.startsWith(".")) {
                foreign.put(path, opener);
                problems.add(RowProblem.ofFile(path, "import.file-unknown", ImportKind.allNames()));
            } else {
                ignored.add(path);
            }
        } else if (tables.stream().anyMatch(table -> table.kind() == kind.get())) {
            problems.add(RowProblem.ofFile(path, "import.file-twice"));
        } else {
            tables.add(ImportFile.inspect(kind.get(), path, opener, mapping));
        }
    }

    private ImportFiles complete() {
        if (tables.isEmpty() && problems.isEmpty()) {
            throw new Unreadable("import.nothing-to-read", ImportKind.allNames());
        }
        tables.sort(Comparator.comparing(ImportFile::kind));
        return this;
    }

    /** In the order their rows go in. */
    List<ImportFile> tables() {
        return tables;
    }

    /** The tables whose names say nothing, as they lie in their files. */
    List<Sheet> foreign() throws IOException {
        List<Sheet> all = new ArrayList<>();
        for (Map.Entry<String, Sheet.Opener> one : foreign.entrySet()) {
            all.add(Sheet.inspect(one.getKey(), one.getValue(), Heading::knownToAny));
        }
        return all;
    }

    /** Tables no one knows what to do with. */
    List<RowProblem> problems() {
        return problems;
    }

    /** What is no table and was left alone. */
    public List<String> ignored() {
        return List.copyOf(ignored);
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }
}
