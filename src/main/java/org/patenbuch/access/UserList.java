package org.patenbuch.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is what in a partnership, for its administrators. */
@Component
class UserList {
    /** @param here whether every role of this person is in this partnership, so that it may be looked after from here */
    record Person(
            String userId, String login, boolean ofIssuer, boolean secondFactor, boolean here, List<Given> roles) {}

    /** @param ofIssuer given by the issuer and not here: it comes back with the next log-in if the issuer still says so */
    record Given(
            Role role, @Nullable String partnerId, @Nullable String sponsorId, boolean ofIssuer) {}

    private record Row(
            String userId,
            String login,
            boolean personOfIssuer,
            boolean secondFactor,
            boolean here,
            Role role,
            @Nullable String partnerId,
            @Nullable String sponsorId,
            boolean ofIssuer) {}

    private final JdbcClient sql;

    UserList(JdbcClient sql) {
        this.sql = sql;
    }

    List<Person> of(String partnership) {
        Map<String, Person> people = new LinkedHashMap<>();
        sql.sql("""
                        select u.user_id, u.login, m.role, m.partner_id, m.sponsor_id, m.of_issuer,
                            exists (select 1 from issuer_person i where i.user_id = u.user_id) as person_of_issuer,
                            exists (select 1 from second_factor f where f.user_id = u.user_id and f.confirmed) as second_factor,
                            not exists (select 1 from membership e where e.user_id = u.user_id
                                and e.partnership <> m.partnership) as here
                        from membership m join users u using (user_id)
                        where m.partnership = :partnership and not u.disabled order by u.login, m.role""")
                .param("partnership", partnership)
                .query(Row.class)
                .list()
                .forEach(row -> people.computeIfAbsent(
                                row.userId(),
                                id -> new Person(
                                        id,
                                        row.login(),
                                        row.personOfIssuer(),
                                        row.secondFactor(),
                                        row.here(),
                                        new ArrayList<>()))
                        .roles()
                        .add(new Given(row.role(), row.partnerId(), row.sponsorId(), row.ofIssuer())));
        return List.copyOf(people.values());
    }

    /** Whether this role is the last administrator's of a partnership. */
    boolean lastAdmin(String partnership, Role role) {
        return role == Role.ADMIN
                && sql.sql("""
                        select count(*) from membership m join users u using (user_id)
                        where m.partnership = :partnership and m.role = 'ADMIN' and not u.disabled""")
                                .param("partnership", partnership)
                                .query(Integer.class)
                                .single()
                        < 2;
    }
}
