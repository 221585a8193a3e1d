package org.patenbuch.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.patenbuch.kernel.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users and what they are in which partnership. Always read afresh, so that a change holds from the next request on. */
@Component
class Users {
    private final JdbcClient sql;

    Users(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<User> byLogin(String login) {
        return sql.sql("select user_id, login, password_hash, disabled, language, demo from users where login = :login")
                .param("login", login)
                .query(User.class)
                .optional();
    }

    Optional<User> byId(String userId) {
        return sql.sql(
                        "select user_id, login, password_hash, disabled, language, demo from users where user_id = :user")
                .param("user", userId)
                .query(User.class)
                .optional();
    }

    /**
     * Whether anyone may log in here at all: people of a demonstration may not, once it is none any more, and whoever
     * came from an issuer without being anything here sets nothing up.
     */
    boolean any() {
        return sql.sql("""
                        select exists (select 1 from users u where not u.demo and (u.password_hash is not null
                            or exists (select 1 from membership m where m.user_id = u.user_id)))""").query(Boolean.class).single();
    }

    /** Who this is in the partnership; empty if nothing, or if the user has been disabled. */
    Optional<Who> in(String partnership, String userId) {
        List<Membership> memberships = sql.sql("""
                        select m.user_id, m.partnership, m.role, m.partner_id, m.sponsor_id
                        from membership m join users u using (user_id)
                        where m.user_id = :user and m.partnership = :partnership and not u.disabled""")
                .param("user", userId)
                .param("partnership", partnership)
                .query(Membership.class)
                .list();
        if (memberships.isEmpty()) return Optional.empty();
        Set<Role> roles = memberships.stream()
                .map(Membership::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return Optional.of(new Who(
                partnership,
                userId,
                roles,
                first(memberships, Membership::partnerId),
                first(memberships, Membership::sponsorId)));
    }

    /** The partnerships this person has any role in, by name. */
    List<String> partnershipsOf(String userId) {
        return sql.sql("""
                        select distinct m.partnership from membership m join users u using (user_id)
                        where m.user_id = :user and not u.disabled order by 1""").param("user", userId).query(String.class).list();
    }

    /** Whether this person looks after a whole installation: an ADMIN of any partnership. */
    boolean administers(String userId) {
        return sql.sql("""
                        select exists (select 1 from membership m join users u using (user_id)
                        where m.user_id = :user and m.role = 'ADMIN' and not u.disabled)""").param("user", userId).query(Boolean.class).single();
    }

    /** In any partnership: the roles that must log in with a second step. */
    boolean looksAfterUsersOrMoney(String userId) {
        return sql.sql(
                        "select exists (select 1 from membership where user_id = :user and role in ('ADMIN', 'FINANCE'))")
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    /** Adds the user, or sets everything but the id of the one who has this id already. */
    void put(User user) {
        sql.sql("""
                        insert into users (user_id, login, password_hash, disabled, language, demo)
                        values (:userId, :login, :passwordHash, :disabled, :language, :demo)
                        on conflict (user_id) do update set login = :login, password_hash = :passwordHash,
                            disabled = :disabled, language = :language, demo = :demo""").paramSource(user).update();
    }

    void setPassword(String userId, String hash) {
        sql.sql("update users set password_hash = :hash where user_id = :user")
                .param("hash", hash)
                .param("user", userId)
                .update();
    }

    void grant(Membership membership) {
        sql.sql("""
                        insert into membership (user_id, partnership, role, partner_id, sponsor_id)
                        values (:userId, :partnership, :role, :partnerId, :sponsorId)
                        on conflict (user_id, partnership, role) do update
                        set partner_id = :partnerId, sponsor_id = :sponsorId, of_issuer = false""")
                .param("userId", membership.userId())
                .param("partnership", membership.partnership())
                .param("role", membership.role().name())
                .param("partnerId", membership.partnerId())
                .param("sponsorId", membership.sponsorId())
                .update();
    }

    void revoke(String userId, String partnership, Role role) {
        sql.sql("delete from membership where user_id = :user and partnership = :partnership and role = :role")
                .param("user", userId)
                .param("partnership", partnership)
                .param("role", role.name())
                .update();
    }

    /** Ends what the sponsor may do here, and removes whoever may do nothing else anywhere. */
    void forgetSponsor(String partnership, String sponsorId) {
        sql.sql("""
                        with gone as (delete from membership
                            where partnership = :partnership and sponsor_id = :sponsor returning user_id)
                        delete from users u using gone where u.user_id = gone.user_id and not exists (
                            select 1 from membership m where m.user_id = u.user_id
                            and not (m.partnership = :partnership and m.sponsor_id is not distinct from :sponsor))""")
                .param("partnership", partnership)
                .param("sponsor", sponsorId)
                .update();
    }

    /** Whether there is anyone here, or anything in the journal, that is not of the demonstration. */
    boolean holdsOthersThan(String demoPartnership) {
        return sql.sql("""
                        select exists (select 1 from users where not demo)
                            or exists (select 1 from membership where partnership <> :partnership)
                            or exists (select 1 from event where partnership < :partnership)
                            or exists (select 1 from event where partnership > :partnership)""")
                .param("partnership", demoPartnership)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String first(List<Membership> memberships, Function<Membership, @Nullable String> of) {
        return memberships.stream().map(of).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
