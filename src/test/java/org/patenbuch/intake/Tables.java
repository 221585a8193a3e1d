package org.patenbuch.intake;

import jakarta.validation.Validation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.patenbuch.forms.Binder;

/** Tables for tests: a folder filled line by line, and what an import finds in it. */
final class Tables {
    static final ImportCheck CHECK =
            new ImportCheck(new Binder(Validation.buildDefaultValidatorFactory().getValidator()));

    private final Path folder;

    Tables(Path folder) {
        this.folder = folder;
    }

    Tables with(String file, String... lines) {
        return with(file, StandardCharsets.UTF_8, String.join("\n", lines) + "\n");
    }

    Tables with(String file, Charset charset, String text) {
        return with(file, text.getBytes(charset));
    }

    Tables with(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tables withPartners() {
        return with("partner.csv", "Kennung;Name;Art;Rollen;Seit", "P-1;Amt;Behörde;Zuwendungsgeber;01.03.2010");
    }

    Tables withFunds() {
        return with("toepfe.csv", "Kennung;Name;Zweck;Zweckgebunden", "F-1;Topf;Koordination;ja");
    }

    ImportReport check() {
        return check(folder, Known.nothing());
    }

    static ImportReport check(Path folderOrZip, Known known) {
        try (ImportFiles files = ImportFiles.open(folderOrZip)) {
            return CHECK.check(files, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code stunden.csv:2 Dauer form.minutes-ambiguous 1,5} */
    List<String> problems() {
        return check().problems().stream()
                .map(problem -> (problem + " " + problem.value()).strip())
                .toList();
    }

    List<ImportRow> rows() {
        return rows(folder);
    }

    static List<ImportRow> rows(Path folderOrZip) {
        try (ImportFiles files = ImportFiles.open(folderOrZip)) {
            return rows(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ImportRow> rows(ImportFiles files) throws IOException {
        var all = new ArrayList<ImportRow>();
        try (ImportRows rows = CHECK.rows(files, Known.nothing())) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
