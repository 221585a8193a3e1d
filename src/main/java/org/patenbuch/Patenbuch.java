package org.patenbuch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The partnership ledger: without a sub-command it serves. */
@SpringBootApplication
public class Patenbuch {
    public static void main(String[] args) {
        SpringApplication.run(Patenbuch.class, args);
    }
}
