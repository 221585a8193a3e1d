package org.patenbuch;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The partnership ledger: without a sub-command it serves. */
@SpringBootApplication
public class Patenbuch {
    public static void main(String[] args) {
        SpringApplication.run(Patenbuch.class, args);
    }

    /** Business dates are days in Germany, wherever the server stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Berlin"));
    }
}
