package org.patenbuch.access;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console where to look and how to log in; to the terminal and not to the log, which others may read. */
@Component
@Profile("demo")
class DemoGreeting {
    private static final String LINE = "-".repeat(78);

    private final DemoPassword password;
    private final Environment environment;

    DemoGreeting(DemoPassword password, Environment environment) {
        this.password = password;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        String port = environment.getProperty("local.server.port");
        if (port != null) greet(System.out, port);
    }

    private void greet(PrintStream terminal, String port) {
        terminal.println(LINE);
        terminal.println("  Patenbuch, Vorführung / demonstration:  http://127.0.0.1:" + port + "/");
        terminal.println("  Namen / names:         " + String.join(" ", DemoUsers.LOGINS));
        terminal.println("  Passwort / password:   " + password.clear());
        terminal.println(LINE);
        terminal.flush();
    }
}
