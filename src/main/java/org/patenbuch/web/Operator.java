package org.patenbuch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who runs this Patenbuch and answers for it, as set under {@code patenbuch.operator}. What is missing the pages say is
 * missing, and under which name it is set.
 *
 * @param responsible the person the law wants named (§ 18 (2) MStV)
 * @param dataProtection whom to ask about one's own data
 */
@ConfigurationProperties("patenbuch.operator")
record Operator(
        @Nullable String name,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String responsible,
        @Nullable String dataProtection) {}
