package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others wrote is shipped as they published it, byte for byte. */
class VendoredTest {
    @ParameterizedTest
    @CsvSource({
        "kern/kern.min.css, fc2428f71ee156d7187a3d416bedd5550c3543925204e9ac4b02544e649eb7f8",
        "kern/LICENSE.md, 2aaf11dc884c4d401356714c844483fbd060437b6e74de628beaeb3503c045de",
        "kern/fonts/FiraSans-Regular.woff2, 0fe48aded097c2a11942a70bfef48510abf875a8e800f43d4007dce8d2a3aebe",
        "kern/fonts/FiraSans-Medium.woff2, e1aa3f0abca6fd9f7b868c56ab3ec0e0db21222ef50e84fabbf21963c10dd704",
        "kern/fonts/FiraSans-SemiBold.woff2, a68802f9a523c6f43c21ad60a7d64ca5a978b86358a136a60430643fbd0f4b36",
        "echarts/echarts.min.js, baa8dfe7e1d9336b98e8986ba7e20ea15e7cdbea1ef42a59d59478632fa45a1d",
        "echarts/langDE.js, 2a17042dfa77f663d95d25b6238f7f2cc19e95dff6725c7898045dd115887674"
    })
    void is_unmodified(String file, String sha256) throws Exception {
        try (InputStream content = getClass().getResourceAsStream("/static/vendor/" + file)) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes())))
                    .isEqualTo(sha256);
        }
    }
}
