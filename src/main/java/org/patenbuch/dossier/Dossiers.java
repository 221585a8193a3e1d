package org.patenbuch.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.patenbuch.erasure.Duties;
import org.patenbuch.erasure.Erasures;
import org.patenbuch.erasure.Hold;
import org.patenbuch.erasure.Person;
import org.patenbuch.erasure.PersonFiles;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what is kept about one person. */
@Component
class Dossiers {
    private final Duties duties;
    private final PersonFiles files;
    private final Erasures erasures;
    private final Facts facts;
    private final MessageSource messages;
    private final Clock clock;

    Dossiers(Duties duties, PersonFiles files, Erasures erasures, Facts facts, MessageSource messages, Clock clock) {
        this.duties = duties;
        this.files = files;
        this.erasures = erasures;
        this.facts = facts;
        this.messages = messages;
        this.clock = clock;
    }

    /** Empty if there is no such person. */
    Optional<Dossier> of(Person person, Locale language) {
        return duties.stay(person).map(stay -> {
            PersonFiles.File file = files.of(person);
            List<Dossier.Fact> known = facts.of(person, duties.streams(person, LocalDate.now(clock)), language);
            return new Dossier(
                    person.kind(),
                    person.id(),
                    stay.from(),
                    stay.gone(),
                    file.requestedOn(),
                    file.erasedOn(),
                    erasures.due(person).map(due -> due(due, language)).orElse(null),
                    known,
                    known.isEmpty() ? 0 : known.getLast().position());
        });
    }

    Dossier.Due due(Erasures.Due due, Locale language) {
        return new Dossier.Due(
                due.on(), due.holds().stream().map(hold -> held(hold, language)).toList());
    }

    private Dossier.Held held(Hold hold, Locale language) {
        String norm = hold.text() == null ? messages.getMessage(hold.norm(), language) : hold.text();
        return new Dossier.Held(norm, hold.until(), hold.holdId());
    }
}
