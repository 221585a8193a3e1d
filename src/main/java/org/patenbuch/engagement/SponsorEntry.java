package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.sponsor.Lack;
import org.patenbuch.sponsor.SponsorEvent.Kind;
import org.patenbuch.sponsor.Standing;
import org.patenbuch.sponsor.Status;

/**
 * A sponsor in a list.
 *
 * @param name null once it has been erased
 * @param trainedOn the day of the last training, {@code trainingHours} how long it was
 * @param certificateSeenOn the day on which a certificate was last seen
 * @param trainingUntil the last day on which a sponsorship may begin with that training; null if for ever
 * @param certificateUntil the last day on which one may begin with that certificate
 * @param listedConviction shown to coordinators only (§ 72a (5) SGB VIII), else null
 * @param pausedOn since when, while pausing
 * @param eligible whether a sponsorship could begin on the day of the answer, as far as the sponsor is concerned
 * @param lacks what it lacks if not; a conviction is named to coordinators only
 */
public record SponsorEntry(
        String id,
        @Nullable String name,
        Kind kind,
        LocalDate joinedOn,
        @Nullable LocalDate interviewedOn,
        @Nullable LocalDate trainedOn,
        @Nullable Integer trainingHours,
        @Nullable LocalDate trainingUntil,
        @Nullable LocalDate certificateSeenOn,
        @Nullable LocalDate certificateUntil,
        @Nullable Boolean listedConviction,
        @Nullable LocalDate pausedOn,
        @Nullable LocalDate leftOn,
        Status status,
        boolean eligible,
        @Nullable Lack lacks,
        List<String> languages,
        List<String> districts) {
    /** @param day on which the sponsor's status is judged */
    static SponsorEntry of(SponsorRow row, @Nullable String name, LocalDate day, Standing.Limits limits) {
        Standing standing = row.standing();
        Lack lack = standing.lackOn(day, limits).orElse(null);
        boolean away = standing.pausedOn().size() > standing.returnedOn().size();
        return new SponsorEntry(
                row.id(),
                name,
                row.kind(),
                standing.joinedOn(),
                last(standing.interviewedOn()),
                last(standing.trainedOn()),
                row.trainingHours(),
                limits.trainingMonths() == 0 ? null : after(last(standing.trainedOn()), limits.trainingMonths()),
                last(standing.certificatesSeenOn()),
                after(last(standing.certificatesSeenOn()), limits.certificateMonths()),
                standing.listedConviction(),
                away ? standing.pausedOn().getLast() : null,
                standing.leftOn(),
                standing.statusOn(day),
                lack == null,
                lack,
                row.languages(),
                row.districts());
    }

    /** Without the word on convictions; whose certificate lists one is told of as if none had been seen. */
    SponsorEntry withoutListing() {
        return new SponsorEntry(
                id,
                name,
                kind,
                joinedOn,
                interviewedOn,
                trainedOn,
                trainingHours,
                trainingUntil,
                certificateSeenOn,
                certificateUntil,
                null,
                pausedOn,
                leftOn,
                status,
                eligible,
                lacks,
                languages,
                districts);
    }

    private static @Nullable LocalDate after(@Nullable LocalDate day, long months) {
        return day == null ? null : day.plusMonths(months);
    }

    private static @Nullable LocalDate last(List<LocalDate> days) {
        return days.stream().max(LocalDate::compareTo).orElse(null);
    }
}
