package org.patenbuch.sponsorship;

import java.util.List;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Rule;
import org.patenbuch.partnership.Rules;
import org.patenbuch.sponsor.Standing;
import org.patenbuch.sponsorship.SponsorshipCommand.AssignSponsor;

/** What a sponsor must bring to a sponsorship, judged by the rules of its first day. */
final class Conditions {
    private Conditions() {}

    static void requireEligible(Standing standing, AssignSponsor command, Rules rules) {
        Standing.Limits limits = new Standing.Limits(
                rules.on(command.from(), command.partnership(), Rule.CERTIFICATE_VALID_MONTHS),
                rules.on(command.from(), command.partnership(), Rule.TRAINING_VALID_MONTHS));
        standing.lackOn(command.from(), limits).ifPresent(lack -> {
            throw new Rejected("sponsor.not-eligible", command.sponsorId(), command.from(), lack);
        });
    }

    static void requirePlace(List<String> households, AssignSponsor command, Rules rules) {
        if (households.contains(command.householdId())) {
            throw new Rejected("sponsorship.duplicate", command.sponsorId(), command.householdId(), command.from());
        }
        long capacity = rules.on(command.from(), command.partnership(), Rule.SPONSOR_CAPACITY);
        if (households.size() >= capacity) {
            throw new Rejected("sponsor.capacity", command.sponsorId(), command.from(), (int) capacity);
        }
    }
}
