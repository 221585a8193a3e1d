package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.patenbuch.kernel.Rejected;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.access.AccessDeniedException;

class RefusalTest {
    @Test
    void a_broken_rule_is_422_with_the_rules_own_code() {
        Refusal refusal = Refusal.of(new Rejected("fund.overdrawn", "F-KOO", 1250L));

        assertThat(refusal.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refusal.code()).isEqualTo("fund.overdrawn");
        assertThat(refusal.key()).isEqualTo("rejected.fund.overdrawn");
    }

    @Test
    void a_conflict_is_409() {
        assertThat(Refusal.of(new Rejected("id.reused", "B-1")).status()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void what_is_wrapped_is_found() {
        Exception wrapped = new IllegalStateException(new RuntimeException(new AccessDeniedException("no")));

        assertThat(Refusal.of(wrapped).status()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_body_too_large_is_told_as_that_and_not_as_unreadable() {
        Exception unreadable =
                new HttpMessageNotReadableException("cut", new TooLarge(), new MockHttpInputMessage(new byte[0]));

        assertThat(Refusal.of(unreadable).status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void a_database_that_is_away_is_503_and_says_when_to_ask_again() {
        Refusal refusal = Refusal.of(new DataAccessResourceFailureException("gone"));

        assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refusal.headers().getFirst("Retry-After")).isEqualTo("2");
    }

    @Test
    void the_unforeseen_is_500_and_tells_nothing_of_what_was_typed_not_even_to_the_log() {
        Exception unforeseen = new IllegalStateException("Anna Ahorn", new SQLException("Key (name)=(Anna)", "23505"));

        assertThat(Refusal.of(unforeseen).code()).isEqualTo("internal");
        assertThat(WithoutMessages.trace(unforeseen))
                .contains("IllegalStateException", "SQLException state 23505", "RefusalTest")
                .doesNotContain("Anna");
    }
}
