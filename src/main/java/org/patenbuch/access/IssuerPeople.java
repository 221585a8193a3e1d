package org.patenbuch.access;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who come from an issuer: each a user of its own, known by issuer and subject and never by a name, and being
 * here what the issuer said last. What was given to them here, by an invitation, stays beside that.
 */
@Component
class IssuerPeople {
    private static final int LONGEST_NAME = 80;

    /**
     * What an issuer says of a person.
     *
     * @param subject what the issuer calls the person for ever
     * @param name what to call the person here, if nobody else is called so
     * @param at when it said so, to the whole second
     */
    record Said(String issuer, String subject, String name, Set<ClaimedRole> roles, Instant at) {
        /** Never who: it may land in a log. */
        @Override
        public String toString() {
            return "claims of " + issuer;
        }
    }

    private record Known(String userId, String login, boolean disabled, Instant claimsAt) {
        Optional<SignedIn> letIn() {
            return disabled ? Optional.empty() : Optional.of(new SignedIn(userId, login));
        }
    }

    private final JdbcClient sql;
    private final TransactionTemplate together;

    IssuerPeople(JdbcClient sql, TransactionTemplate together) {
        this.sql = sql;
        this.together = together;
    }

    /**
     * Makes the person be what is said, unless something newer was said before. Within one second nobody can tell what
     * is newer: then roles are taken and none is given.
     *
     * @return empty where the person is shut out, or is new and nothing here is for it: then nothing is kept either
     */
    Optional<SignedIn> arrive(Said said) {
        Optional<Known> known = find(said);
        if (known.isPresent() && !news(said, known.get())) return known.get().letIn();
        return together.execute(all -> {
            lock(said);
            return apply(said);
        });
    }

    boolean has(String userId) {
        return sql.sql("select exists (select 1 from issuer_person where user_id = :user)")
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    private boolean news(Said said, Known known) {
        if (said.at().isBefore(known.claimsAt())) return false;
        return said.at().isAfter(known.claimsAt())
                || !memberships(said.roles(), known.userId()).containsAll(held(known.userId()));
    }

    private Optional<SignedIn> apply(Said said) {
        Set<ClaimedRole> here = said.roles().isEmpty() ? Set.of() : founded(said.roles());
        Optional<Known> before = find(said);
        if (before.isEmpty() && here.isEmpty()) return Optional.empty();
        Known known = before.orElseGet(() -> add(said));
        if (said.at().isBefore(known.claimsAt())) return known.letIn();
        Set<Membership> claimed = memberships(here, known.userId());
        held(known.userId()).stream().filter(one -> !claimed.contains(one)).forEach(this::take);
        if (before.isEmpty() || said.at().isAfter(known.claimsAt())) {
            claimed.forEach(this::give);
            heard(known.userId(), said.at());
        }
        return known.letIn();
    }

    /** Two that come at the same moment come one after the other, also the first time. */
    private void lock(Said said) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:who, 0))::text")
                .param("who", said.issuer() + " " + said.subject())
                .query(String.class)
                .optional();
    }

    private Optional<Known> find(Said said) {
        return sql.sql("""
                        select u.user_id, u.login, u.disabled, p.claims_at
                        from issuer_person p join users u using (user_id)
                        where p.issuer = :issuer and p.subject = :subject""")
                .param("issuer", said.issuer())
                .param("subject", said.subject())
                .query(Known.class)
                .optional();
    }

    private Known add(Said said) {
        String userId = UUID.randomUUID().toString();
        String login = addUser(userId, plain(said.name()));
        sql.sql(
                        "insert into issuer_person (issuer, subject, user_id, claims_at) values (:issuer, :subject, :user, :at)")
                .param("issuer", said.issuer())
                .param("subject", said.subject())
                .param("user", userId)
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .update();
        return new Known(userId, login, false, said.at());
    }

    /** Whoever is called so already keeps the name, and everything that hangs on it. */
    private String addUser(String userId, String name) {
        for (int n = 1; ; n++) {
            String login = n == 1 ? name : name + "-" + n;
            int added = sql.sql(
                            "insert into users (user_id, login) values (:user, :login) on conflict (login) do nothing")
                    .param("user", userId)
                    .param("login", login)
                    .update();
            if (added == 1) return login;
        }
    }

    /** In the signs that names have here. */
    private static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9._@+-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        return plain.isEmpty() ? "person" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    private Set<ClaimedRole> founded(Set<ClaimedRole> roles) {
        List<String> there = sql.sql("""
                        select p from unnest(string_to_array(:partnerships, ',')) p
                        where exists (select 1 from event e where e.partnership = p)""")
                .param(
                        "partnerships",
                        roles.stream().map(ClaimedRole::partnership).distinct().collect(Collectors.joining(",")))
                .query(String.class)
                .list();
        return roles.stream().filter(one -> there.contains(one.partnership())).collect(Collectors.toSet());
    }

    private static Set<Membership> memberships(Collection<ClaimedRole> roles, String userId) {
        return roles.stream()
                .filter(ClaimedRole::isWhole)
                .map(one -> one.membership(userId))
                .collect(Collectors.toSet());
    }

    private Set<Membership> held(String userId) {
        return new HashSet<>(
                sql.sql("""
                        select user_id, partnership, role, partner_id, sponsor_id from membership
                        where user_id = :user and of_issuer""").param("user", userId).query(Membership.class).list());
    }

    private void take(Membership one) {
        sql.sql("""
                        delete from membership
                        where user_id = :user and partnership = :partnership and role = :role and of_issuer""")
                .param("user", one.userId())
                .param("partnership", one.partnership())
                .param("role", one.role().name())
                .update();
    }

    private void give(Membership one) {
        sql.sql("""
                        insert into membership (user_id, partnership, role, partner_id, sponsor_id, of_issuer)
                        values (:user, :partnership, :role, :partner, :sponsor, true)
                        on conflict (user_id, partnership, role) do nothing""")
                .param("user", one.userId())
                .param("partnership", one.partnership())
                .param("role", one.role().name())
                .param("partner", one.partnerId())
                .param("sponsor", one.sponsorId())
                .update();
    }

    private void heard(String userId, Instant at) {
        sql.sql("update issuer_person set claims_at = :at where user_id = :user")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("user", userId)
                .update();
    }
}
