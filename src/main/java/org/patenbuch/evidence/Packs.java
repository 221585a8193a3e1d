package org.patenbuch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.evidence.SealedRows.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes evidence packs: all that is needed to check a partnership's journal anywhere, with any program. */
@Component
class Packs {
    private static final String READ_ME = "evidence/READ-ME.txt";
    private static final String EARLIER = """
            SELECT size, note FROM evidence.checkpoint WHERE partnership = :p AND size IN (
                SELECT max(size) FROM evidence.checkpoint WHERE partnership = :p AND size < :size
                GROUP BY date_trunc('day', made_at)
                UNION
                SELECT max(size) FROM (SELECT size, ntile(64) OVER (ORDER BY size) AS part FROM evidence.checkpoint
                    WHERE partnership = :p AND size < :size) parts GROUP BY part)
            ORDER BY size DESC LIMIT 500""";

    private record Earlier(long size, String note) {}

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Signer signer;
    private final SealedRows rows;
    private final SealedViews views;
    private final JsonMapper json;
    private final Clock clock;

    Packs(
            JdbcClient jdbc,
            Seals seals,
            Signer signer,
            SealedRows rows,
            SealedViews views,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.signer = signer;
        this.rows = rows;
        this.views = views;
        this.json = json;
        this.clock = clock;
    }

    /** @return what the pack is sealed by; empty where nothing has been signed yet, and nothing was written */
    Optional<Seals.Seal> write(String partnership, Recipient recipient, Path file) throws IOException {
        Optional<Seals.Seal> seal = seals.current(partnership);
        if (seal.isPresent()) {
            write(partnership, recipient, seal.get(), file);
        }
        return seal;
    }

    void write(String partnership, Recipient recipient, Seals.Seal seal, Path file) throws IOException {
        Instant now = clock.instant();
        try (OutputStream out = Files.newOutputStream(file);
                PackZip zip = new PackZip(out, now)) {
            files(zip, partnership, recipient, seal);
            zip.file(PackFile.MANIFEST, manifest(partnership, recipient, seal, zip, now));
        }
    }

    private void files(PackZip zip, String partnership, Recipient recipient, Seals.Seal seal) throws IOException {
        Inspection inspection = new Inspection();
        zip.file(PackFile.JOURNAL, out -> each(partnership, seal.size(), row -> line(out, row.entry())));
        zip.file(
                PackFile.EVENTS,
                out -> each(partnership, seal.size(), row -> {
                    inspection.look(row);
                    line(out, event(row, recipient).getBytes(StandardCharsets.UTF_8));
                }));
        inspection.withoutEntry(rows.withoutEntry(partnership, seal.position()));
        inspection.rest(jdbc, partnership, seal.size(), signer.isAtHand());
        if (!inspection.none()) {
            zip.file(PackFile.DIFFERENT_ROWS, inspection.lines());
        }
        zip.file(PackFile.CHECKPOINT, seal.note());
        zip.file(PackFile.KEY, seal.key() + "\n");
        int handed = 0;
        for (Note handover : signer.handovers()) {
            zip.file(PackFile.HANDOVER + ++handed + ".txt", handover.toString());
        }
        // A tree that is not whole proves nothing
        for (Earlier earlier : inspection.none() ? earlier(partnership, seal.size()) : List.<Earlier>of()) {
            zip.file(PackFile.CONSISTENCY + earlier.size() + ".json", consistency(partnership, earlier, seal.size()));
        }
        zip.file(PackFile.FUNDING, views.funding(partnership, recipient, seal.position()));
        zip.file(PackFile.ENGAGEMENT, views.engagement(partnership, recipient, seal.position()));
        zip.file(PackFile.READ_ME, readMe(seal));
    }

    private interface Writing {
        void of(Row row) throws IOException;
    }

    private void each(String partnership, long size, Writing writing) throws IOException {
        List<Row> page = rows.after(partnership, 0, size);
        while (!page.isEmpty()) {
            for (Row row : page) {
                writing.of(row);
            }
            page = rows.after(partnership, page.getLast().no(), size);
        }
    }

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    private static String event(Row row, Recipient recipient) {
        SealedRows.Event event = row.event();
        boolean shown = event != null && recipient.sees(event.stream(), event.payload());
        return "{\"no\":" + row.no() + ",\"payload\":" + text(shown ? event.payload() : null) + ",\"meta\":"
                + text(shown ? event.metadata() : null) + "}";
    }

    private static String text(byte @Nullable [] content) {
        return content == null ? "null" : EntryLine.quoted(new String(content, StandardCharsets.UTF_8));
    }

    private List<Earlier> earlier(String partnership, long size) {
        return jdbc.sql(EARLIER)
                .param("p", partnership)
                .param("size", size)
                .query((row, n) -> new Earlier(row.getLong(1), row.getString(2)))
                .list();
    }

    private String consistency(String partnership, Earlier earlier, long size) {
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("from", earlier.size());
        proof.put("size", size);
        proof.put(
                "hashes",
                EvidenceApi.base64(new Proofs(new StoredTree(jdbc, partnership)).consistency(earlier.size(), size)));
        proof.put("checkpoint", earlier.note());
        return json.writeValueAsString(proof) + "\n";
    }

    private String manifest(String partnership, Recipient recipient, Seals.Seal seal, PackZip zip, Instant now) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "patenbuch-evidence/1");
        manifest.put("partnership", partnership);
        manifest.put("size", seal.size());
        manifest.put("madeAt", now.toString());
        manifest.put("recipient", recipient.name());
        manifest.put("files", zip.hashes());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    }

    private static String readMe(Seals.Seal seal) throws IOException {
        try (InputStream text = Packs.class.getResourceAsStream("/" + READ_ME)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{size}", Long.toString(seal.size()))
                    .replace("{key}", seal.key());
        }
    }
}
