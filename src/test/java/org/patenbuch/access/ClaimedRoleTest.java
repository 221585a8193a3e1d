package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patenbuch.kernel.Role;

/** What is read out of the claim by which an issuer says what a person is. */
class ClaimedRoleTest {
    @ParameterizedTest
    @CsvSource({
        "rosenstadt:coordinator, COORDINATOR,",
        "/rosenstadt:Admin, ADMIN,",
        "rosenstadt:sponsor, SPONSOR,",
        "rosenstadt:sponsor:V-01, SPONSOR, V-01",
        "rosenstadt:PARTNER:P-SPK, PARTNER, P-SPK"
    })
    void reads_partnership_role_and_who_it_is(String value, Role role, String of) {
        assertThat(ClaimedRole.in(Map.of("groups", List.of(value)), "groups"))
                .containsExactly(new ClaimedRole("rosenstadt", role, of));
    }

    @ParameterizedTest(name = "{index}") // control characters are no names for a test
    @ValueSource(
            strings = {
                "coordinator",
                "rosenstadt:chief",
                "rosenstadt:",
                ":admin",
                "rosenstadt:admin:P-1",
                "rosenstadt:sponsor:",
                "rosenstadt:sponsor:a/b",
                "Rosenstadt:admin",
                "rosenstadt:admin\u0000",
                "x rosenstadt:admin"
            })
    void passes_over_what_is_not_about_us(String value) {
        assertThat(ClaimedRole.in(Map.of("groups", List.of(value)), "groups")).isEmpty();
    }

    @Test
    void of_two_sponsors_one_person_is_said_to_be_neither_counts() {
        assertThat(ClaimedRole.in(
                        Map.of("groups", List.of("r1:sponsor:V-1", "r1:sponsor:V-2", "r1:auditor")), "groups"))
                .containsExactly(new ClaimedRole("r1", Role.AUDITOR, null));
    }

    @Test
    void finds_the_claim_by_its_name_or_by_a_path_in_a_list_or_in_one_line() {
        var auditor = new ClaimedRole("rosenstadt", Role.AUDITOR, null);

        assertThat(ClaimedRole.in(
                        Map.of("realm_access", Map.of("roles", List.of("rosenstadt:auditor", 7))),
                        "realm_access.roles"))
                .containsExactly(auditor);
        assertThat(ClaimedRole.in(
                        Map.of("https://a.example/roles", List.of("rosenstadt:auditor")), "https://a.example/roles"))
                .containsExactly(auditor);
        assertThat(ClaimedRole.in(Map.of("roles", "rosenstadt:auditor, others"), "roles"))
                .containsExactly(auditor);
        assertThat(ClaimedRole.in(Map.of("roles", 7), "roles")).isEmpty();
        assertThat(ClaimedRole.in(Map.of(), "a.b.c")).isEmpty();
    }
}
