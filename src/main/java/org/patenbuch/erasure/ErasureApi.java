package org.patenbuch.erasure;

import java.time.Clock;
import java.time.LocalDate;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureCommand.LiftHold;
import org.patenbuch.erasure.ErasureCommand.PlaceHold;
import org.patenbuch.erasure.ErasureCommand.RequestErasure;
import org.patenbuch.erasure.ErasureCommand.WithdrawErasureRequest;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands;
import org.patenbuch.web.Commands.Accepted;
import org.patenbuch.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking that a person is forgotten, what stands against it, and doing it. {@code kind}: sponsors, households. */
@RestController
@RequestMapping("/api/v1/{partnership}/persons/{kind}/{personId}")
class ErasureApi {
    private final Commands commands;
    private final PersonFiles files;
    private final Clock clock;

    ErasureApi(Commands commands, PersonFiles files, Clock clock) {
        this.commands = commands;
        this.files = files;
        this.clock = clock;
    }

    @PostMapping("/erasure-request")
    ResponseEntity<Accepted> request(
            @PathVariable String kind, @PathVariable String personId, @Shaped ErasureForm.Plain form, Who who) {
        String id = commands.idOr(form.id(), "erasure-request", who);
        return commands.send(new RequestErasure(who.partnership(), id, kind(kind), personId), who);
    }

    @PostMapping("/erasure-request/withdrawal")
    ResponseEntity<Accepted> withdraw(
            @PathVariable String kind, @PathVariable String personId, @Shaped ErasureForm.Plain form, Who who) {
        String id = commands.idOr(form.id(), "erasure-request-withdrawal", who);
        return commands.send(new WithdrawErasureRequest(who.partnership(), id, kind(kind), personId), who);
    }

    @PostMapping("/holds")
    ResponseEntity<Accepted> hold(
            @PathVariable String kind, @PathVariable String personId, @Shaped ErasureForm.NewHold form, Who who) {
        String id = commands.idOr(form.id(), "hold", who);
        return commands.send(
                new PlaceHold(who.partnership(), id, kind(kind), personId, form.norm(), form.until()), who);
    }

    @PostMapping("/holds/{holdId}/lifting")
    ResponseEntity<Accepted> lift(
            @PathVariable String kind,
            @PathVariable String personId,
            @PathVariable String holdId,
            @Shaped ErasureForm.Lifting form,
            Who who) {
        String id = commands.idOr(form.id(), "hold-lifting", who);
        return commands.send(new LiftHold(who.partnership(), id, kind(kind), personId, holdId, form.reason()), who);
    }

    /** Now, and not only on its day: refused while anything stands against it. */
    @PostMapping("/erasure")
    ResponseEntity<Accepted> erase(
            @PathVariable String kind, @PathVariable String personId, @Shaped ErasureForm.Plain form, Who who) {
        String id = commands.idOr(form.id(), "erasure", who);
        PersonKind person = kind(kind);
        boolean asked =
                files.of(new Person(who.partnership(), person, personId)).requestedOn() != null;
        Cause cause = asked ? Cause.REQUESTED : Cause.NO_LONGER_NEEDED;
        return commands.send(
                new ErasePerson(who.partnership(), id, person, personId, cause, LocalDate.now(clock)), who);
    }

    private static PersonKind kind(String path) {
        return PersonKind.ofPath(path).orElseThrow(NotFound::new);
    }
}
