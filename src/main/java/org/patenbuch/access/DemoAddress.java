package org.patenbuch.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.patenbuch.database.StartRefused;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A demonstration shows its password on the login page, so it is there for its own machine only. */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Environment environment;

    DemoAddress(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        refuseAnyOther("server.address", environment.getProperty("server.address", "127.0.0.1"));
        if (environment.containsProperty("management.server.port")) {
            refuseAnyOther("management.server.address", environment.getProperty("management.server.address"));
        }
        factory.setAddress(loopback());
    }

    private static void refuseAnyOther(String setting, @Nullable String address) {
        try {
            if (address != null && InetAddress.getByName(address).equals(loopback())) return;
        } catch (UnknownHostException unknown) {
            throw refusal(setting, unknown);
        }
        throw refusal(setting, null);
    }

    private static StartRefused refusal(String setting, @Nullable Throwable why) {
        return new StartRefused(
                "Die Vorführung antwortet nur auf 127.0.0.1: %s auf 127.0.0.1 setzen oder ohne das Profil demo starten."
                        .formatted(setting),
                "The demonstration answers on 127.0.0.1 only: set %s to 127.0.0.1, or start without the profile demo."
                        .formatted(setting),
                why);
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(LOOPBACK);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
        }
    }
}
