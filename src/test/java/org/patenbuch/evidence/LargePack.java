package org.patenbuch.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A pack of any size, as the product writes them: one partnership's visits, no database. */
public final class LargePack {
    private static final int SPONSORS = 200;

    private LargePack() {}

    /** Writes the pack, and beside it {@code journal.ndjson} and {@code events.ndjson} as they are in it. */
    public static void write(Path folder, int entries) throws IOException {
        Tree tree = new Tree();
        try (OutputStream journal = new BufferedOutputStream(Files.newOutputStream(folder.resolve("journal.ndjson")));
                OutputStream events =
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve("events.ndjson")))) {
            for (int i = 0; i < entries; i++) {
                String payload = payload(i);
                String meta = meta(i);
                byte[] entry = entry(i, payload, meta).bytes();
                tree.append(Sha256.leaf(entry));
                journal.write(entry);
                journal.write('\n');
                events.write(("{\"no\":" + (i + 1) + ",\"payload\":" + EntryLine.quoted(payload) + ",\"meta\":"
                                + EntryLine.quoted(meta) + "}\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        SigningKey key = SigningKey.random();
        Checkpoint checkpoint = new Checkpoint("patenbuch/rosenstadt", entries, tree.root());
        try (PackZip zip = new PackZip(Files.newOutputStream(folder.resolve("pack.zip")), Instant.EPOCH)) {
            zip.file("journal.ndjson", out -> Files.copy(folder.resolve("journal.ndjson"), out));
            zip.file("events.ndjson", out -> Files.copy(folder.resolve("events.ndjson"), out));
            zip.file("checkpoint.txt", checkpoint.sign(key).toString());
            zip.file("key.txt", VerifierKey.of(checkpoint.origin(), VerifierKey.Type.ED25519, key.publicKey()) + "\n");
            zip.file(
                    "views/funding.json",
                    "{\"totals\":{\"pledgedCents\":0,\"receivedMoneyCents\":0,\"receivedInKindCents\":0,"
                            + "\"receivedStaffTimeCents\":0,\"spentCents\":0,\"outstandingCents\":0,\"balanceCents\":0}}");
            zip.file("views/engagement.json", engagement(entries));
            zip.file("manifest.json", new JsonMapper().writeValueAsString(java.util.Map.of("files", zip.hashes())));
        }
    }

    /** @return entries a second, by the verifier alone */
    public static double verify(Path folder) throws IOException {
        long start = System.nanoTime();
        Report report = Verifier.verify(folder.resolve("pack.zip"), new Verifier.Asked(null, null), done -> {});
        if (!report.good()) {
            throw new IllegalStateException(report.findings().toString());
        }
        return report.size() * 1e9 / (System.nanoTime() - start);
    }

    private static EntryLine entry(int i, String payload, String meta) {
        String stream = "timesheet/V-" + i % SPONSORS + ".2013-03";
        return new EntryLine(
                i + 1,
                new UUID(i, ~i).toString(),
                stream,
                i / SPONSORS,
                "HoursLogged",
                "1",
                "2026-11-24T09:00:00.000Z",
                Sha256.hex(payload.getBytes(StandardCharsets.UTF_8)),
                Sha256.hex(meta.getBytes(StandardCharsets.UTF_8)));
    }

    private static String payload(int i) {
        int v = i % SPONSORS;
        return "{\"entryId\":\"X-" + i + "\",\"sponsorId\":\"V-" + v + "\",\"sponsorshipId\":\"S-V-" + v
                + "\",\"householdId\":\"H-V-" + v + "\",\"on\":\"2013-03-01\",\"minutes\":10,\"activity\":\"VISIT\"}";
    }

    private static String meta(int i) {
        String id = new UUID(i, i).toString();
        return "{\"actor\":\"coordinator\",\"commandId\":\"hours/X-" + i + "\",\"correlation\":\"" + id
                + "\",\"nonce\":\"" + id.replace("-", "")
                + "\",\"partnership\":\"rosenstadt\",\"role\":\"COORDINATOR\","
                + "\"source\":\"api\"}";
    }

    private static String engagement(int entries) {
        StringBuilder bySponsor = new StringBuilder();
        for (int v = 0; v < Math.min(SPONSORS, entries); v++) {
            bySponsor
                    .append(v == 0 ? "" : ",")
                    .append("{\"sponsorId\":\"V-")
                    .append(v)
                    .append("\",\"minutes\":")
                    .append(10L * ((entries - v + SPONSORS - 1) / SPONSORS))
                    .append('}');
        }
        int people = Math.min(SPONSORS, entries);
        return "{\"totals\":{\"minutes\":" + 10L * entries + ",\"approvedMinutes\":0,\"entries\":" + entries
                + ",\"activeSponsors\":" + people + ",\"households\":" + people
                + "},\"byMonth\":[{\"month\":\"2013-03\","
                + "\"minutes\":" + 10L * entries + "}],\"byActivity\":[{\"activity\":\"VISIT\",\"minutes\":"
                + 10L * entries + "}],\"bySponsor\":[" + bySponsor + "]}";
    }
}
