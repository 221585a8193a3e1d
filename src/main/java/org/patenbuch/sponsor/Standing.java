package org.patenbuch.sponsor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a sponsor for the one question whether he or she may accompany: asked of any day, past days too,
 * since a sponsorship is judged on its first day.
 *
 * @param certificatesSeenOn the days on which a certificate without a listed conviction was seen
 * @param listedConviction whether one with a listed conviction was ever seen
 * @param returnedOn as many as {@code pausedOn}, or one less while paused
 */
public record Standing(
        LocalDate joinedOn,
        List<LocalDate> interviewedOn,
        List<LocalDate> trainedOn,
        List<LocalDate> certificatesSeenOn,
        boolean listedConviction,
        List<LocalDate> pausedOn,
        List<LocalDate> returnedOn,
        @Nullable LocalDate leftOn) {
    public static Standing joined(LocalDate joinedOn) {
        return new Standing(joinedOn, List.of(), List.of(), List.of(), false, List.of(), List.of(), null);
    }

    public Standing interviewed(LocalDate on) {
        return withSteps(and(interviewedOn, on), trainedOn);
    }

    public Standing notInterviewed(LocalDate on) {
        return withSteps(without(interviewedOn, on), trainedOn);
    }

    public Standing trained(LocalDate on) {
        return withSteps(interviewedOn, and(trainedOn, on));
    }

    public Standing notTrained(LocalDate on) {
        return withSteps(interviewedOn, without(trainedOn, on));
    }

    private Standing withSteps(List<LocalDate> interviews, List<LocalDate> trainings) {
        return new Standing(
                joinedOn, interviews, trainings, certificatesSeenOn, listedConviction, pausedOn, returnedOn, leftOn);
    }

    public Standing seen(Certificate certificate) {
        List<LocalDate> clean =
                certificate.listedConviction() ? certificatesSeenOn : and(certificatesSeenOn, certificate.seenOn());
        return withCertificates(clean, listedConviction || certificate.listedConviction());
    }

    /** As somebody of whose certificates nothing is known: they were deleted, or the asker may not know. */
    public Standing withoutCertificates() {
        return withCertificates(List.of(), false);
    }

    private Standing withCertificates(List<LocalDate> clean, boolean listed) {
        return new Standing(joinedOn, interviewedOn, trainedOn, clean, listed, pausedOn, returnedOn, leftOn);
    }

    public Standing paused(LocalDate on) {
        return moved(and(pausedOn, on), returnedOn, leftOn);
    }

    public Standing returned(LocalDate on) {
        return moved(pausedOn, and(returnedOn, on), leftOn);
    }

    /** @param on null where the departure was none */
    public Standing left(@Nullable LocalDate on) {
        return moved(pausedOn, returnedOn, on);
    }

    private Standing moved(List<LocalDate> pauses, List<LocalDate> returns, @Nullable LocalDate left) {
        return new Standing(
                joinedOn, interviewedOn, trainedOn, certificatesSeenOn, listedConviction, pauses, returns, left);
    }

    /**
     * For how long what a sponsor brought counts, on the day that is asked about.
     *
     * @param certificateMonths how long a seen certificate
     * @param trainingMonths how long a training; 0 for ever
     */
    public record Limits(long certificateMonths, long trainingMonths) {}

    public Optional<Lack> lackOn(LocalDate day, Limits limits) {
        if (day.isBefore(joinedOn)) {
            return Optional.of(Lack.NOT_JOINED);
        } else if (hasLeft(day)) {
            return Optional.of(Lack.LEFT);
        } else if (isPaused(day)) {
            return Optional.of(Lack.PAUSED);
        } else if (listedConviction) {
            return Optional.of(Lack.CONVICTION);
        }
        Optional<LocalDate> trained = before(trainedOn, day);
        if (trained.isEmpty()) {
            return Optional.of(Lack.TRAINING);
        } else if (limits.trainingMonths() > 0 && day.isAfter(trained.get().plusMonths(limits.trainingMonths()))) {
            return Optional.of(Lack.TRAINING_TOO_OLD);
        }
        return certificateLack(day, limits.certificateMonths());
    }

    private Optional<Lack> certificateLack(LocalDate day, long months) {
        Optional<LocalDate> seen = before(certificatesSeenOn, day);
        if (seen.isEmpty()) {
            return Optional.of(Lack.CERTIFICATE);
        }
        boolean tooOld = day.isAfter(seen.get().plusMonths(months));
        return tooOld ? Optional.of(Lack.CERTIFICATE_TOO_OLD) : Optional.empty();
    }

    public Status statusOn(LocalDate day) {
        boolean trained = before(trainedOn, day).isPresent();
        boolean seen = listedConviction || before(certificatesSeenOn, day).isPresent();
        if (hasLeft(day)) {
            return Status.LEFT;
        } else if (isPaused(day)) {
            return Status.PAUSED;
        } else if (trained && seen && !listedConviction) {
            return Status.ACTIVE;
        } else if (seen) {
            return Status.CERTIFICATE_SEEN;
        }
        if (trained) {
            return Status.TRAINED;
        }
        return before(interviewedOn, day).isPresent() ? Status.INTERVIEWED : Status.REGISTERED;
    }

    private boolean hasLeft(LocalDate day) {
        return leftOn != null && !day.isBefore(leftOn);
    }

    private boolean isPaused(LocalDate day) {
        for (int i = 0; i < pausedOn.size(); i++) {
            boolean back = i < returnedOn.size() && !day.isBefore(returnedOn.get(i));
            if (!day.isBefore(pausedOn.get(i)) && !back) {
                return true;
            }
        }
        return false;
    }

    /** The latest of these days that is not after the day. */
    private static Optional<LocalDate> before(List<LocalDate> days, LocalDate day) {
        return days.stream().filter(one -> !one.isAfter(day)).max(LocalDate::compareTo);
    }

    private static List<LocalDate> and(List<LocalDate> days, LocalDate one) {
        List<LocalDate> all = new ArrayList<>(days);
        all.add(one);
        return List.copyOf(all);
    }

    private static List<LocalDate> without(List<LocalDate> days, LocalDate one) {
        return days.stream().filter(day -> !day.equals(one)).toList();
    }
}
