package org.patenbuch.engagement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules for people once more, as plainly as they are written in the product's description: one list of
 * everything, no events, no database. Each method says {@code ok} and does it, or the code of the refusal.
 */
final class PeopleModel {
    static final String OK = "ok";

    static final class Household {
        final LocalDate opened;

        @Nullable
        LocalDate closed;

        @Nullable
        LocalDate consented;

        @Nullable
        LocalDate unconsented;

        Household(LocalDate opened) {
            this.opened = opened;
        }
    }

    final LocalDate today;
    final Map<String, ModelSponsor> sponsors = new HashMap<>();
    final Map<String, Household> households = new HashMap<>();
    final Map<String, ModelSponsorship> sponsorships = new HashMap<>();
    final Map<LocalDate, Integer> capacity = new TreeMap<>();
    final Map<LocalDate, Integer> certificateMonths = new TreeMap<>();

    @Nullable
    LocalDate lockedUntil;

    PeopleModel(LocalDate today) {
        this.today = today;
    }

    boolean locked(LocalDate day) {
        return lockedUntil != null && !day.isAfter(lockedUntil);
    }

    private static int on(LocalDate day, Map<LocalDate, Integer> rule, int otherwise) {
        int value = otherwise;
        for (Map.Entry<LocalDate, Integer> from : rule.entrySet()) {
            if (!from.getKey().isAfter(day)) {
                value = from.getValue();
            }
        }
        return value;
    }

    String register(String id, LocalDate joined) {
        if (locked(joined)) {
            return "period.locked";
        }
        sponsors.put(id, new ModelSponsor(joined));
        return OK;
    }

    String train(String id, LocalDate on) {
        ModelSponsor sponsor = sponsors.get(id);
        String refusal = fact(sponsor, on);
        if (refusal.equals(OK)) {
            sponsor.trained.add(on);
        }
        return refusal;
    }

    String see(String id, LocalDate on, boolean listed) {
        ModelSponsor sponsor = sponsors.get(id);
        String refusal = fact(sponsor, on);
        if (refusal.equals(OK)) {
            sponsor.listed |= listed;
            sponsor.certificateKept = true;
            if (!listed) {
                sponsor.seen.add(on);
            }
        }
        return refusal;
    }

    private String fact(@Nullable ModelSponsor sponsor, LocalDate on) {
        if (sponsor == null) {
            return "unknown-reference";
        } else if (sponsor.left != null) {
            return "sponsor.left";
        } else if (on.isAfter(today)) {
            return "sponsor.future";
        }
        return locked(on) ? "period.locked" : OK;
    }

    /** @param move {@code pause}, {@code return} or {@code departure} */
    String move(String move, String id, LocalDate on) {
        ModelSponsor sponsor = sponsors.get(id);
        if (sponsor == null) {
            return "unknown-reference";
        } else if (sponsor.left != null) {
            return "sponsor.left";
        } else if (move.equals("pause") && sponsor.pausedSince != null) {
            return "sponsor.already-paused";
        } else if (move.equals("return") && sponsor.pausedSince == null) {
            return "sponsor.not-paused";
        } else if (on.isBefore(sponsor.lastMove)) {
            return "sponsor.out-of-order";
        } else if (locked(on)) {
            return "period.locked";
        }
        if (!move.equals("departure")) {
            sponsor.lastMove = on;
        }
        switch (move) {
            case "pause" -> sponsor.pausedSince = on;
            case "return" -> {
                sponsor.pausedSince.datesUntil(on).forEach(sponsor.away::add);
                sponsor.pausedSince = null;
            }
            default -> sponsor.left = on;
        }
        return OK;
    }

    String takeIn(String id, LocalDate opened) {
        if (locked(opened)) {
            return "period.locked";
        }
        households.put(id, new Household(opened));
        return OK;
    }

    String close(String id, LocalDate on) {
        Household household = households.get(id);
        if (household == null) {
            return "unknown-reference";
        } else if (household.closed != null) {
            return "household.already-closed";
        } else if (on.isBefore(household.opened)) {
            return "household.closed-before-opened";
        } else if (locked(on)) {
            return "period.locked";
        }
        household.closed = on;
        return OK;
    }

    String assign(String id, String sponsorId, String householdId, LocalDate from) {
        Household household = households.get(householdId);
        List<ModelSponsorship> running = sponsorships.values().stream()
                .filter(one -> one.sponsor.equals(sponsorId) && (one.end == null || !one.end.isBefore(from)))
                .toList();
        if (locked(from)) {
            return "period.locked";
        } else if (!sponsors.containsKey(sponsorId)) {
            return "unknown-reference";
        } else if (!sponsors.get(sponsorId).mayAccompany(from, on(from, certificateMonths, 60))) {
            return "sponsor.not-eligible";
        } else if (household == null) {
            return "unknown-reference";
        } else if (from.isBefore(household.opened) || household.closed != null && from.isAfter(household.closed)) {
            return "household.not-open";
        } else if (household.unconsented != null && !from.isBefore(household.unconsented)) {
            return "household.no-consent";
        } else if (running.stream().anyMatch(one -> one.household.equals(householdId))) {
            return "sponsorship.duplicate";
        } else if (running.size() >= on(from, capacity, 3)) {
            return "sponsor.capacity";
        }
        sponsorships.put(id, new ModelSponsorship(sponsorId, householdId, from));
        return OK;
    }

    /** @param lastHours the last day with hours in it */
    String end(String id, LocalDate on, Optional<LocalDate> lastHours) {
        ModelSponsorship sponsorship = sponsorships.get(id);
        if (sponsorship == null) {
            return "unknown-reference";
        } else if (sponsorship.end != null) {
            return "sponsorship.already-ended";
        } else if (on.isBefore(sponsorship.from)) {
            return "sponsorship.ends-before-start";
        } else if (locked(on)) {
            return "period.locked";
        } else if (lastHours.isPresent() && lastHours.get().isAfter(on)) {
            return "sponsorship.hours-after-end";
        }
        sponsorship.end = on;
        return OK;
    }
}
