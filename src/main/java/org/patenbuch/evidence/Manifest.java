package org.patenbuch.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a pack says of itself: for whom it is, and which files belong to it. */
final class Manifest {
    private static final JsonMapper JSON = new JsonMapper();

    private final PackFile pack;
    private final Report.Findings findings;
    private final @Nullable JsonNode says;

    Manifest(PackFile pack, Report.Findings findings) {
        this.pack = pack;
        this.findings = findings;
        says = json(PackFile.MANIFEST);
    }

    /** Whether payloads may be missing because they are withheld. */
    boolean isSelective() {
        String all = Recipient.ALL.name();
        return says != null && !says.path("recipient").asString(all).equals(all);
    }

    /** What the ledger's own rows said when the pack was made, where that is not what was sealed. */
    void differentRows() throws IOException {
        byte[] rows = pack.bytes(PackFile.DIFFERENT_ROWS);
        if (rows == null) {
            return;
        }
        for (String row : new String(rows, StandardCharsets.UTF_8).split("\n")) {
            try {
                findings.add(Finding.at(JSON.readTree(row).path("no").asLong(0), "row.differs"));
            } catch (JacksonException malformed) {
                findings.add(Finding.of("file.malformed", PackFile.DIFFERENT_ROWS));
            }
        }
    }

    /** @param hashes of files that have been read already */
    void compare(Map<String, String> hashes) throws IOException {
        Map<String, String> listed = new TreeMap<>();
        if (says != null) {
            says.path("files")
                    .propertyStream()
                    .forEach(file -> listed.put(file.getKey(), file.getValue().asString("")));
        }
        for (String name : pack.names()) {
            if (!name.equals(PackFile.MANIFEST)) {
                String hash = hashes.containsKey(name) ? hashes.get(name) : pack.sha256(name);
                if (!hash.equals(listed.remove(name))) {
                    findings.add(Finding.of("file.changed", name));
                }
            }
        }
        listed.keySet().forEach(name -> findings.add(Finding.of("file.missing", name)));
    }

    /** @return null if there is no such file, or it cannot be read */
    @Nullable
    JsonNode json(String name) {
        try {
            byte[] bytes = pack.bytes(name);
            return bytes == null ? null : JSON.readTree(bytes);
        } catch (JacksonException | IOException malformed) {
            findings.add(Finding.of("file.malformed", name));
            return null;
        }
    }
}
