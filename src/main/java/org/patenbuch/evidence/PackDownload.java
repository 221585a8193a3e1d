package org.patenbuch.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.patenbuch.web.NotFound;
import org.springframework.stereotype.Component;

/** Sends a pack as a file. It is whole before the first byte goes out: a torn pack would look like a forged one. */
@Component
class PackDownload {
    private final Packs packs;
    private final Clock clock;

    PackDownload(Packs packs, Clock clock) {
        this.packs = packs;
        this.clock = clock;
    }

    void send(String partnership, Recipient recipient, HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile("patenbuch", ".zip");
        try {
            packs.write(partnership, recipient, file).orElseThrow(NotFound::new);
            String name = "patenbuch-" + partnership + "-" + LocalDate.now(clock) + ".zip";
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
