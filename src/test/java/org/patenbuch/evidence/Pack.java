package org.patenbuch.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A pack taken apart, to be changed and put together again as a forger would. */
final class Pack {
    private static final JsonMapper JSON = new JsonMapper();

    final Map<String, byte[]> files = new LinkedHashMap<>();

    static Pack read(byte[] zip) throws IOException {
        Pack pack = new Pack();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                pack.files.put(entry.getName(), in.readAllBytes());
            }
        }
        return pack;
    }

    Pack copy() {
        Pack copy = new Pack();
        files.forEach((name, content) -> copy.files.put(name, content.clone()));
        return copy;
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    Pack put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    List<String> lines(String name) {
        return new ArrayList<>(List.of(text(name).split("\n")));
    }

    Pack lines(String name, List<String> lines) {
        return put(name, String.join("\n", lines) + "\n");
    }

    /** A forger who knows the format keeps the manifest right. */
    Pack manifestRight() {
        ObjectNode manifest = (ObjectNode) JSON.readTree(text("manifest.json"));
        ObjectNode listed = manifest.putObject("files");
        files.forEach((name, content) -> {
            if (!name.equals("manifest.json")) {
                listed.put(name, Sha256.hex(content));
            }
        });
        return put("manifest.json", JSON.writeValueAsString(manifest));
    }

    Path write(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "pack", ".zip");
        try (PackZip zip = new PackZip(Files.newOutputStream(file), Instant.EPOCH)) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                zip.file(one.getKey(), out -> out.write(one.getValue()));
            }
        }
        return file;
    }
}
