package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patenbuch.LedgerTest;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import picocli.CommandLine;

@ExtendWith(OutputCaptureExtension.class)
class LetInTest extends LedgerTest {
    private static final Pattern PATH = Pattern.compile("/invitation/\\S+");

    @Autowired
    private LetInCommandLine letIn;

    @Autowired
    private Users users;

    @LocalServerPort
    private int port;

    @Test
    void whoever_opens_the_printed_link_administers_the_partnership(CapturedOutput output) {
        assertThat(new CommandLine(letIn).execute("--partnership", partnership)).isZero();
        Matcher path = PATH.matcher(output.getOut());
        assertThat(path.find()).isTrue();

        String login = "back-in-" + partnership;
        var answer = new Site(port).submit(path.group(), Map.of("login", login, "password", Member.PASSWORD));

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?ready");
        User user = users.byLogin(login).orElseThrow();
        assertThat(users.in(partnership, user.userId()).orElseThrow().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void for_a_partnership_that_is_not_there_it_makes_no_link(CapturedOutput output) {
        assertThat(new CommandLine(letIn).execute("--partnership", "nowhere-at-all"))
                .isEqualTo(2);
        assertThat(output.getOut()).doesNotContain("/invitation/");
    }
}
