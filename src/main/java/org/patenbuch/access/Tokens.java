package org.patenbuch.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The personal tokens: made, found by what is sent, ended. Only their SHA-256 is stored. */
@Component
class Tokens {
    /** So that a token is known for one wherever it is found, also by scanners of public code. */
    static final String PREFIX = "pbt_";

    static final int MOST_DAYS = 366;
    static final int MOST_TOKENS = 20;

    /** Whose token was sent, and whether it may send commands. */
    record Bearer(String userId, String login, boolean mayWrite) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the token itself, for its owner's eyes and never again; empty if this person has too many already */
    Optional<String> make(String userId, String name, boolean mayWrite, int days) {
        String token = PREFIX + Secrets.random();
        Instant now = clock.instant();
        int made = jdbc.sql("""
                        INSERT INTO token (token_id, user_id, name, hash, may_write, made_at, expires_at)
                        SELECT :id, :user, :name, :hash, :write, :now, :until
                        WHERE (SELECT count(*) FROM token WHERE user_id = :user) < :most""")
                .param("id", UUID.randomUUID().toString())
                .param("user", userId)
                .param("name", name)
                .param("hash", Secrets.hash(token))
                .param("write", mayWrite)
                .param("now", at(now))
                .param("until", at(now.plus(Duration.ofDays(days))))
                .param("most", MOST_TOKENS)
                .update();
        return made == 0 ? Optional.empty() : Optional.of(token);
    }

    List<Token> of(String userId) {
        return jdbc.sql("""
                        SELECT token_id, name, may_write, made_at, expires_at, last_used_on FROM token
                        WHERE user_id = :user ORDER BY made_at DESC, token_id""").param("user", userId).query(Token.class).list();
    }

    /** Ends it; false if it is not there or not this person's. */
    boolean end(String userId, String tokenId) {
        return jdbc.sql("DELETE FROM token WHERE token_id = :id AND user_id = :user")
                        .param("id", tokenId)
                        .param("user", userId)
                        .update()
                > 0;
    }

    /** Whose it is, if it has not expired and its owner may still log in. */
    Optional<Bearer> find(String token) {
        OffsetDateTime now = at(clock.instant());
        Optional<Bearer> found = jdbc.sql("""
                        SELECT u.user_id, u.login, t.may_write FROM token t JOIN users u USING (user_id)
                        WHERE t.hash = :hash AND t.expires_at > :now AND NOT u.disabled""")
                .param("hash", Secrets.hash(token))
                .param("now", now)
                .query(Bearer.class)
                .optional();
        found.ifPresent(bearer -> used(token, now));
        return found;
    }

    /** To the day, so that a busy token writes once a day. */
    private void used(String token, OffsetDateTime now) {
        jdbc.sql("""
                        UPDATE token SET last_used_on = :today
                        WHERE hash = :hash AND last_used_on IS DISTINCT FROM :today""")
                .param("today", now.toLocalDate())
                .param("hash", Secrets.hash(token))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
