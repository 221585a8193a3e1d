package org.patenbuch.engagement;

import java.util.List;
import org.patenbuch.erasure.ErasureEvent.PersonErased;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.eventstore.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes out of every version of every row what was said about a person who has been erased: the sealed texts, which no
 * key opens any more, and the facts of certificates. After that an answer about any earlier moment says nothing either.
 */
@Component
class Scrubbing {
    private static final List<String> OF_SPONSOR = List.of(
            "UPDATE engagement.sponsor SET name = NULL, certificate_seen_on = '{}', listed_conviction = false,"
                    + " languages = '{}', districts = '{}' WHERE partnership = ? AND id = ?",
            "UPDATE engagement.sponsorship SET scope = NULL, note = NULL WHERE partnership = ? AND sponsor_id = ?",
            """
            UPDATE engagement.note n SET text = NULL FROM engagement.sponsorship m
            WHERE m.partnership = ? AND m.sponsor_id = ? AND n.partnership = m.partnership
              AND n.sponsorship_id = m.id""",
            "UPDATE engagement.hours SET note = NULL, comment = NULL WHERE partnership = ? AND sponsor_id = ?",
            "UPDATE engagement.recognition SET basis = NULL WHERE partnership = ? AND sponsor_id = ?");
    private static final List<String> OF_HOUSEHOLD = List.of(
            "UPDATE engagement.household SET name = NULL, languages = '{}' WHERE partnership = ? AND id = ?",
            """
            UPDATE engagement.note n SET text = NULL FROM engagement.sponsorship m
            WHERE m.partnership = ? AND m.household_id = ? AND n.partnership = m.partnership
              AND n.sponsorship_id = m.id""",
            "UPDATE engagement.sponsorship SET scope = NULL, note = NULL WHERE partnership = ? AND household_id = ?",
            // By its sponsors the entries of a household are found without reading everyone's
            """
            UPDATE engagement.hours h SET note = NULL FROM engagement.sponsorship m
            WHERE m.partnership = ? AND m.household_id = ? AND h.partnership = m.partnership
              AND h.sponsor_id = m.sponsor_id AND h.household_id = m.household_id""");

    private final JdbcClient jdbc;

    Scrubbing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After everything else in the batch: what follows an erasure says nothing about the person. */
    void hear(List<Entry> batch) {
        for (Entry entry : batch) {
            if (entry.event() instanceof PersonErased erased) {
                List<String> statements = erased.kind() == PersonKind.SPONSOR ? OF_SPONSOR : OF_HOUSEHOLD;
                statements.forEach(sql -> jdbc.sql(sql)
                        .params(entry.partnership(), erased.personId())
                        .update());
            }
        }
    }
}
