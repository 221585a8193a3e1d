package org.patenbuch.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that let someone in or give a new password: good for seven days and once; only their hash is kept. */
@Component
class Invitations {
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Clock clock;

    Invitations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @return the secret part of the link, to be shown once */
    String toRole(Membership role, String madeBy) {
        String secret = Secrets.random();
        sql.sql("""
                        insert into invitation (hash, partnership, role, partner_id, sponsor_id, made_by, expires_at)
                        values (:hash, :partnership, :role, :partner, :sponsor, :by, :until)""")
                .param("hash", Secrets.hash(secret))
                .param("partnership", role.partnership())
                .param("role", role.role().name())
                .param("partner", role.partnerId())
                .param("sponsor", role.sponsorId())
                .param("by", madeBy)
                .param("until", clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    /** For someone who has lost the password. */
    String toPassword(String partnership, String userId, String madeBy) {
        String secret = Secrets.random();
        sql.sql("""
                        insert into invitation (hash, partnership, user_id, made_by, expires_at)
                        values (:hash, :partnership, :user, :by, :until)""")
                .param("hash", Secrets.hash(secret))
                .param("partnership", partnership)
                .param("user", userId)
                .param("by", madeBy)
                .param("until", clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return secret;
    }

    Optional<Invitation> find(String secret) {
        return sql.sql("""
                        select partnership, role, partner_id, sponsor_id, user_id, expires_at from invitation
                        where hash = :hash and used_at is null and expires_at > :now""")
                .param("hash", Secrets.hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Invitation.class)
                .optional();
    }

    /** Of two who come with the same link at the same moment, one is let in. */
    boolean use(String secret) {
        return sql.sql(
                                "update invitation set used_at = :now where hash = :hash and used_at is null and expires_at > :now")
                        .param("hash", Secrets.hash(secret))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those that were not used yet. */
    List<Invitation> open(String partnership) {
        return sql.sql("""
                        select partnership, role, partner_id, sponsor_id, user_id, expires_at from invitation
                        where partnership = :partnership and used_at is null and expires_at > :now
                        order by expires_at""")
                .param("partnership", partnership)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Invitation.class)
                .list();
    }

    /** Ends all that are open, as when one was sent to the wrong person. */
    void endAll(String partnership) {
        sql.sql("delete from invitation where partnership = :partnership and used_at is null")
                .param("partnership", partnership)
                .update();
    }
}
