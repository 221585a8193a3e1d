package org.patenbuch.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.eventstore.Samples;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkpoints stamped by an authority outside (RFC 3161); the authority is one of our own on loopback. */
class TimestampsTest extends LedgerTest {
    private static final byte[] TEXT = "what is stamped".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seals seals;

    @Autowired
    private Stamped stamped;

    @TempDir
    private Path folder;

    private static LocalAuthority authority;

    @BeforeAll
    static void open() throws Exception {
        authority = new LocalAuthority();
    }

    @AfterAll
    static void close() {
        authority.close();
    }

    @BeforeEach
    void rightly() {
        authority.answers(LocalAuthority.Manner.RIGHT);
    }

    @Test
    void the_newest_checkpoint_is_stamped_once_in_a_while_and_others_can_check_it() throws Exception {
        Seals.Seal first = seals.current(partnership).orElseThrow();
        timestamps(Duration.ofDays(1)).stampWhatIsDue(partnership);

        Stamped.Stamp stamp = stamped.newest(partnership).orElseThrow();
        assertThat(stamp.size()).isEqualTo(first.size());
        assertThat(stamp.note()).isEqualTo(first.note());
        assertThat(stamp.authority()).isEqualTo("CN=Zeitstempel von Nebenan");
        assertThat(stamp.at())
                .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(1));
        assertThat(openssl(stamp.note(), stamp.response())).contains("Verification: OK");
        assertThat(openssl(stamp.note() + " ", stamp.response())).contains("FAILED");

        send(Samples.rule(partnership, "R-2", 1_300));
        long later = seals.current(partnership).orElseThrow().size();
        timestamps(Duration.ofDays(1)).stampWhatIsDue(partnership);
        assertThat(stamped.newest(partnership).orElseThrow().size()).isEqualTo(first.size());
        timestamps(Duration.ZERO).stampWhatIsDue(partnership);
        assertThat(stamped.newest(partnership).orElseThrow().size()).isEqualTo(later);
    }

    @Test
    void the_page_says_so_and_gives_both_files() {
        Site pages = Caller.in(address("/api/v1/" + partnership), jdbc, Role.AUDITOR, null, null)
                .atThePages(port);
        String page = "/" + partnership + "/evidence";
        assertThat(pages.get(page + "/stamped.txt").statusCode()).isEqualTo(404);
        assertThat(pages.get(page).body()).doesNotContain("stamped.");
        Seals.Seal seal = seals.current(partnership).orElseThrow();
        timestamps(Duration.ofDays(1)).stampWhatIsDue(partnership);

        assertThat(pages.get(page).body()).contains("CN=Zeitstempel von Nebenan", "stamped.tsr");
        assertThat(pages.get(page + "/stamped.txt").body()).isEqualTo(seal.note());
        assertThat(pages.bytes(page + "/stamped.tsr").body())
                .isEqualTo(stamped.newest(partnership).orElseThrow().response());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void an_answer_that_does_not_hold_is_kept_by_nobody_and_asked_for_again(LocalAuthority.Manner wrong) {
        seals.current(partnership).orElseThrow();
        authority.answers(wrong);
        assertThatThrownBy(() -> asked(authority.issuer)).isInstanceOf(IOException.class);
        timestamps(Duration.ofDays(1)).stampWhatIsDue(partnership);
        assertThat(stamped.newest(partnership)).isEmpty();

        authority.answers(LocalAuthority.Manner.RIGHT);
        timestamps(Duration.ofDays(1)).stampWhatIsDue(partnership);
        assertThat(stamped.newest(partnership)).isPresent();
    }

    @Test
    void only_who_is_known_is_believed() throws Exception {
        assertThat(asked(authority.issuer).authority()).isEqualTo("CN=Zeitstempel von Nebenan");
        assertThat(asked(authority.certificate).authority()).isEqualTo("CN=Zeitstempel von Nebenan");
        try (LocalAuthority stranger = new LocalAuthority()) {
            assertThatThrownBy(() -> asked(stranger.issuer)).hasMessageContaining("somebody else");
        }
    }

    @Test
    void a_file_without_a_certificate_is_no_certificate() throws Exception {
        Path empty = Files.writeString(folder.resolve("ca.pem"), "");
        assertThatThrownBy(() -> TimestampSetup.certificates(empty)).hasMessageContaining("ca.pem");
        assertThatThrownBy(() -> TimestampSetup.certificates(folder.resolve("none")))
                .hasMessageContaining("none");
        assertThat(TimestampSetup.certificates(pem())).containsExactly(authority.issuer);
    }

    private TimestampAuthority.Stamp asked(X509Certificate trusted) throws IOException {
        return new TimestampAuthority(authority.address(), List.of(trusted)).stamp(TEXT);
    }

    private Timestamps timestamps(Duration every) {
        return new Timestamps(
                new TimestampAuthority(authority.address(), List.of(authority.issuer)), every, jdbc, Clock.systemUTC());
    }

    private Path pem() throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.issuer.getEncoded());
        return Files.writeString(
                folder.resolve("issuer.pem"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    /** As the page tells people to check it. */
    private String openssl(String note, byte[] response) throws Exception {
        Path data = Files.writeString(folder.resolve("note.txt"), note);
        Path answer = Files.write(folder.resolve("note.tsr"), response);
        Process process = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-data",
                        data.toString(),
                        "-in",
                        answer.toString(),
                        "-CAfile",
                        pem().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
