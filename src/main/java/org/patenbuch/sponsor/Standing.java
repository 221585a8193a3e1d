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
        List<LocalDate> trainedOn,
        List<LocalDate> certificatesSeenOn,
        boolean listedConviction,
        List<LocalDate> pausedOn,
        List<LocalDate> returnedOn,
        @Nullable LocalDate leftOn) {
    public static Standing joined(LocalDate joinedOn) {
        return new Standing(joinedOn, List.of(), List.of(), false, List.of(), List.of(), null);
    }

    public Standing trained(LocalDate on) {
        return new Standing(
                joinedOn, and(trainedOn, on), certificatesSeenOn, listedConviction, pausedOn, returnedOn, leftOn);
    }

    public Standing seen(Certificate certificate) {
        List<LocalDate> clean =
                certificate.listedConviction() ? certificatesSeenOn : and(certificatesSeenOn, certificate.seenOn());
        boolean listed = listedConviction || certificate.listedConviction();
        return new Standing(joinedOn, trainedOn, clean, listed, pausedOn, returnedOn, leftOn);
    }

    public Standing paused(LocalDate on) {
        return new Standing(
                joinedOn, trainedOn, certificatesSeenOn, listedConviction, and(pausedOn, on), returnedOn, leftOn);
    }

    public Standing returned(LocalDate on) {
        return new Standing(
                joinedOn, trainedOn, certificatesSeenOn, listedConviction, pausedOn, and(returnedOn, on), leftOn);
    }

    public Standing left(LocalDate on) {
        return new Standing(joinedOn, trainedOn, certificatesSeenOn, listedConviction, pausedOn, returnedOn, on);
    }

    /** @param certificateMonths for how many months a seen certificate counts on that day */
    public Optional<Lack> lackOn(LocalDate day, long certificateMonths) {
        if (day.isBefore(joinedOn)) {
            return Optional.of(Lack.NOT_JOINED);
        } else if (hasLeft(day)) {
            return Optional.of(Lack.LEFT);
        } else if (isPaused(day)) {
            return Optional.of(Lack.PAUSED);
        } else if (listedConviction) {
            return Optional.of(Lack.CONVICTION);
        } else if (before(trainedOn, day).isEmpty()) {
            return Optional.of(Lack.TRAINING);
        }
        Optional<LocalDate> seen = before(certificatesSeenOn, day);
        if (seen.isEmpty()) {
            return Optional.of(Lack.CERTIFICATE);
        }
        boolean tooOld = day.isAfter(seen.get().plusMonths(certificateMonths));
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
        return trained ? Status.TRAINED : Status.REGISTERED;
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
}
