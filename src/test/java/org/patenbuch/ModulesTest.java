package org.patenbuch;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void every_module_uses_only_what_it_says_it_uses() {
        ApplicationModules.of(Patenbuch.class).verify();
    }
}
