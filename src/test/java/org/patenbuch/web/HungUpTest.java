package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patenbuch.DemonstrationTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Browsers hang up all the time: who leaves a page that is still loading is no fault of ours. */
@ExtendWith(OutputCaptureExtension.class)
class HungUpTest extends DemonstrationTest {
    private static final String LARGE = "GET /vendor/echarts/echarts.min.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    private static final int MORE_THAN_BUFFERS_HOLD = 8;

    @Test
    void nobody_is_told_of_a_failure_where_the_asker_has_hung_up(CapturedOutput log) throws IOException {
        URI here = URI.create(address("/"));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress(here.getHost(), here.getPort()));
            socket.getOutputStream().write(LARGE.repeat(MORE_THAN_BUFFERS_HOLD).getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(1_000);
            assertThat(new String(start, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200");
            socket.setSoLinger(true, 0); // a reset, not a farewell
        }
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> !log.getAll().contains("ClientAbortException")
                        && !log.getAll().contains("has already been called for this response"));
    }
}
