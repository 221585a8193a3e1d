package org.patenbuch.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.patenbuch.projections.Check;
import org.patenbuch.projections.Found;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The self-check's part of evidence: every partnership's pack, made and verified. */
@Component
class SealCheck implements Check {
    private static final String NAME = "evidence";

    private final JdbcClient jdbc;
    private final Packs packs;

    SealCheck(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    @Override
    public Found look() {
        Told told = new Told(Locale.GERMAN);
        List<String> findings = new ArrayList<>();
        long entries = 0;
        long position = 0;
        for (String partnership : partnerships()) {
            try {
                Path file = Files.createTempFile("patenbuch", ".zip");
                try {
                    Optional<Seals.Seal> seal = packs.write(partnership, Recipient.ALL, file);
                    if (seal.isPresent()) {
                        Report report = Verifier.verify(file, new Verifier.Asked(null, null), done -> {});
                        entries += report.size();
                        position = Math.max(position, seal.get().position());
                        report.findings().forEach(one -> findings.add(partnership + ": " + told.sentence(one)));
                    }
                } finally {
                    Files.delete(file);
                }
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
        return new Found(NAME, position, entries, findings.size(), findings);
    }

    private List<String> partnerships() {
        return jdbc.sql("SELECT id FROM entry WHERE kind = 'partnership' ORDER BY id")
                .query(String.class)
                .list();
    }
}
