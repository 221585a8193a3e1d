package org.patenbuch.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people are called who have entered something: the journal keeps their ids only, which tell nobody anything. */
@Component
public class Logins {
    private final JdbcClient sql;

    Logins(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return by id, the name someone logs in with; an id that is no user's is not among them */
    public Map<String, String> of(Collection<String> userIds) {
        Map<String, String> logins = new HashMap<>();
        if (userIds.isEmpty()) return logins;
        sql.sql("select user_id, login from users where user_id in (:ids)")
                .param("ids", userIds)
                .query((row, n) -> logins.put(row.getString(1), row.getString(2)))
                .list();
        return logins;
    }

    /** @return by id, the name each logs in with who is something in this partnership now */
    public Map<String, String> in(String partnership) {
        Map<String, String> logins = new HashMap<>();
        sql.sql("""
                        select user_id, login from users
                        where user_id in (select user_id from membership where partnership = :partnership)""")
                .param("partnership", partnership)
                .query((row, n) -> logins.put(row.getString(1), row.getString(2)))
                .list();
        return logins;
    }
}
