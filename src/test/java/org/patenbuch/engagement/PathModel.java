package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.patenbuch.engagement.PeopleModel.Household;

/** The steps beside the way that {@link PeopleModel} tells: interviews, mistakes taken back, consent, accompanying. */
final class PathModel {
    private static final String OK = PeopleModel.OK;
    private static final String UNKNOWN = "unknown-reference";

    private final PeopleModel people;

    PathModel(PeopleModel people) {
        this.people = people;
    }

    String interview(String id, LocalDate on) {
        ModelSponsor sponsor = people.sponsors.get(id);
        if (sponsor == null) {
            return UNKNOWN;
        } else if (sponsor.left != null) {
            return "sponsor.left";
        } else if (on.isAfter(people.today)) {
            return "sponsor.future";
        } else if (people.locked(on)) {
            return "period.locked";
        }
        sponsor.interviewed.add(on);
        return OK;
    }

    String takeBackInterview(String id, LocalDate on) {
        return people.sponsors.containsKey(id) ? takeBack(people.sponsors.get(id).interviewed, on) : UNKNOWN;
    }

    String takeBackTraining(String id, LocalDate on) {
        return people.sponsors.containsKey(id) ? takeBack(people.sponsors.get(id).trained, on) : UNKNOWN;
    }

    private String takeBack(List<LocalDate> steps, LocalDate on) {
        if (!steps.contains(on)) {
            return "sponsor.no-such-step";
        } else if (people.locked(on)) {
            return "period.locked";
        }
        steps.removeIf(on::equals);
        return OK;
    }

    String deleteCertificate(String id, boolean mistake) {
        ModelSponsor sponsor = people.sponsors.get(id);
        if (sponsor == null) {
            return UNKNOWN;
        } else if (!sponsor.certificateKept) {
            return "sponsor.no-certificate";
        } else if (!mistake && sponsor.left == null) {
            return "sponsor.still-here";
        }
        sponsor.certificateKept = false;
        sponsor.listed = false;
        sponsor.seen.clear();
        return OK;
    }

    String takeBackDeparture(String id) {
        ModelSponsor sponsor = people.sponsors.get(id);
        if (sponsor == null) {
            return UNKNOWN;
        } else if (sponsor.left == null) {
            return "sponsor.still-here";
        } else if (people.locked(sponsor.left)) {
            return "period.locked";
        }
        sponsor.left = null;
        return OK;
    }

    String describe(String id) {
        ModelSponsor sponsor = people.sponsors.get(id);
        return sponsor == null ? UNKNOWN : sponsor.left == null ? OK : "sponsor.left";
    }

    String consent(String id, LocalDate on) {
        Household household = people.households.get(id);
        if (household == null) {
            return UNKNOWN;
        } else if (household.closed != null) {
            return "household.already-closed";
        } else if (on.isAfter(people.today)) {
            return "household.future";
        } else if (people.locked(on)) {
            return "period.locked";
        }
        household.consented = on;
        household.unconsented = null;
        return OK;
    }

    String withdrawConsent(String id, LocalDate on) {
        Household household = people.households.get(id);
        if (household == null) {
            return UNKNOWN;
        } else if (household.consented == null) {
            return "household.no-consent";
        } else if (on.isBefore(household.consented)) {
            return "household.withdrawn-before-given";
        } else if (on.isAfter(people.today)) {
            return "household.future";
        } else if (people.locked(on)) {
            return "period.locked";
        }
        household.consented = null;
        household.unconsented = on;
        return OK;
    }

    /** Phase and rhythm: of a running sponsorship. */
    String go(String id, LocalDate on) {
        ModelSponsorship sponsorship = people.sponsorships.get(id);
        if (sponsorship != null && sponsorship.end != null) {
            return "sponsorship.already-ended";
        }
        return write(sponsorship, on);
    }

    private String write(ModelSponsorship sponsorship, LocalDate on) {
        if (sponsorship == null) {
            return UNKNOWN;
        } else if (on.isBefore(sponsorship.from)) {
            return "sponsorship.out-of-order";
        }
        return people.locked(on) ? "period.locked" : OK;
    }

    String note(String id, String noteId, LocalDate on) {
        String refusal = write(people.sponsorships.get(id), on);
        if (refusal.equals(OK)) {
            people.sponsorships.get(id).notes.add(noteId);
        }
        return refusal;
    }

    String withdrawNote(String id, String noteId) {
        ModelSponsorship sponsorship = people.sponsorships.get(id);
        return sponsorship != null && sponsorship.notes.remove(noteId) ? OK : UNKNOWN;
    }

    String followUp(String id, LocalDate dueOn) {
        ModelSponsorship sponsorship = people.sponsorships.get(id);
        if (sponsorship == null) {
            return UNKNOWN;
        } else if (dueOn.isBefore(sponsorship.from)) {
            return "sponsorship.out-of-order";
        }
        sponsorship.followUp = true;
        return OK;
    }

    String followedUp(String id, LocalDate on) {
        ModelSponsorship sponsorship = people.sponsorships.get(id);
        if (sponsorship != null && !sponsorship.followUp) {
            return "sponsorship.no-follow-up";
        }
        String refusal = write(sponsorship, on);
        if (refusal.equals(OK)) {
            sponsorship.followUp = false;
        }
        return refusal;
    }
}
