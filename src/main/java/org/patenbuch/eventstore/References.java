package org.patenbuch.eventstore;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that can be referred to, by kind and id, as of the command's own transaction. Nothing ever leaves it. */
@Component
public class References {
    private final JdbcClient jdbc;

    public References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean known(String partnership, String kind, String id) {
        return streamOf(partnership, kind, id).isPresent();
    }

    /** @throws Rejected {@code unknown-reference} if there is no such thing in this partnership; null is no reference */
    public void require(String partnership, String kind, @Nullable String id) {
        if (id != null && !known(partnership, kind, id)) {
            throw new Rejected("unknown-reference", id);
        }
    }

    /** Whether a fact of this kind stands in that stream already, such as a fund's closing. */
    public boolean stands(String partnership, String kind, String stream) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM entry WHERE partnership = ? AND kind = ? AND stream = ?)")
                .params(partnership, kind, stream)
                .query(Boolean.class)
                .single();
    }

    /** The stream that a thing's facts stand in: a contribution's is its fund's. */
    public Optional<StreamName> streamOf(String partnership, String kind, String id) {
        return jdbc.sql("SELECT stream FROM entry WHERE partnership = ? AND kind = ? AND id = ?")
                .params(partnership, kind, id)
                .query(String.class)
                .optional()
                .map(StreamName::parse);
    }
}
