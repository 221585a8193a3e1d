package org.patenbuch;

import java.time.Clock;
import java.time.ZoneId;
import org.patenbuch.evidence.Offline;
import org.patenbuch.terminal.Terminal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The partnership ledger: without a sub-command it serves. */
@SpringBootApplication
public class Patenbuch {
    public static void main(String[] args) {
        boolean serve = args.length == 0 || args[0].startsWith("--") && args[0].contains("=");
        if (serve) {
            SpringApplication.run(Patenbuch.class, args);
        } else {
            System.exit(Offline.run(args).orElseGet(() -> Terminal.run(Patenbuch.class, args)));
        }
    }

    /** Business dates are days in Germany, wherever the server stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Berlin"));
    }
}
