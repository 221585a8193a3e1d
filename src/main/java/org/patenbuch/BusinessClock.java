package org.patenbuch;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Business dates are days in Germany, wherever the server stands. */
@Configuration(proxyBeanMethods = false)
class BusinessClock {
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Berlin"));
    }
}
