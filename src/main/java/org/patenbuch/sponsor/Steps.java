package org.patenbuch.sponsor;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.sponsor.SponsorEvent.CertificateDeleted;
import org.patenbuch.sponsor.SponsorEvent.CertificateSeen;
import org.patenbuch.sponsor.SponsorEvent.DepartureWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.InterviewWithdrawn;
import org.patenbuch.sponsor.SponsorEvent.SponsorDeparted;
import org.patenbuch.sponsor.SponsorEvent.SponsorDescribed;
import org.patenbuch.sponsor.SponsorEvent.SponsorInterviewed;
import org.patenbuch.sponsor.SponsorEvent.SponsorPaused;
import org.patenbuch.sponsor.SponsorEvent.SponsorRegistered;
import org.patenbuch.sponsor.SponsorEvent.SponsorReturned;
import org.patenbuch.sponsor.SponsorEvent.TrainingCompleted;
import org.patenbuch.sponsor.SponsorEvent.TrainingWithdrawn;

/** How far a sponsor has come, as far as the next step depends on it. Of certificates only whether any facts are kept. */
final class Steps {
    private String sponsorId;
    private LocalDate lastMove;
    private boolean paused;
    private @Nullable LocalDate left;
    private final Set<LocalDate> interviewed = new HashSet<>();
    private final Set<LocalDate> trained = new HashSet<>();
    private boolean certificateKept;
    private int deletions;

    /** How often the facts of certificates have been deleted. */
    int deletions() {
        return deletions;
    }

    void requireStillHere() {
        if (left != null) {
            throw new Rejected("sponsor.left", sponsorId, left);
        }
    }

    /** @return the day of the departure */
    LocalDate requireLeft() {
        if (left == null) {
            throw new Rejected("sponsor.still-here", sponsorId);
        }
        return left;
    }

    void requirePaused(boolean wanted) {
        if (paused && !wanted) {
            throw new Rejected("sponsor.already-paused", sponsorId, lastMove);
        } else if (!paused && wanted) {
            throw new Rejected("sponsor.not-paused", sponsorId);
        }
    }

    /** Moves follow one another in time. */
    void requireNext(LocalDate on) {
        if (on.isBefore(lastMove)) {
            throw new Rejected("sponsor.out-of-order", sponsorId, on, lastMove);
        }
    }

    void requireInterview(LocalDate on) {
        requireStep(interviewed, on);
    }

    void requireTraining(LocalDate on) {
        requireStep(trained, on);
    }

    private void requireStep(Set<LocalDate> steps, LocalDate on) {
        if (!steps.contains(on)) {
            throw new Rejected("sponsor.no-such-step", sponsorId, on);
        }
    }

    void requireCertificate() {
        if (!certificateKept) {
            throw new Rejected("sponsor.no-certificate", sponsorId);
        }
    }

    void hear(SponsorEvent fact) {
        switch (fact) {
            case SponsorRegistered event -> {
                sponsorId = event.sponsorId();
                lastMove = event.joinedOn();
            }
            case SponsorDescribed event -> {}
            case SponsorInterviewed event -> interviewed.add(event.heldOn());
            case InterviewWithdrawn event -> interviewed.remove(event.heldOn());
            case TrainingCompleted event -> trained.add(event.completedOn());
            case TrainingWithdrawn event -> trained.remove(event.completedOn());
            case CertificateSeen event -> certificateKept = true;
            case CertificateDeleted event -> {
                certificateKept = false;
                deletions++;
            }
            case SponsorPaused event -> moved(true, event.on());
            case SponsorReturned event -> moved(false, event.on());
            case SponsorDeparted event -> left = event.on();
            case DepartureWithdrawn event -> left = null;
        }
    }

    private void moved(boolean away, LocalDate on) {
        paused = away;
        lastMove = on;
    }
}
