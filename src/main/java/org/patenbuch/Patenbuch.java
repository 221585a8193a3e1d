package org.patenbuch;

import org.patenbuch.terminal.Terminal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The partnership ledger: without a sub-command it serves. */
@SpringBootApplication
public class Patenbuch {
    public static void main(String[] args) {
        boolean serve = args.length == 0 || args[0].startsWith("--") && args[0].contains("=");
        if (serve) {
            SpringApplication.run(Patenbuch.class, args);
        } else {
            System.exit(Terminal.run(Patenbuch.class, args));
        }
    }
}
