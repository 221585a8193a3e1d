package org.patenbuch.start;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.engagement.Engagement;
import org.patenbuch.funding.Funding;
import org.patenbuch.kernel.Who;

/**
 * The start page's model: of both views' answers for a year only what this reader may see. What may not be seen is
 * not in here at all, rather than hidden by the page; a view that may not be asked is not asked.
 *
 * @param funding the whole funding view
 * @param ownMoney only the line of the partner this reader speaks for
 * @param engagement the engagement view, its sponsors left out for those who see sums only
 * @param ownHours only the line of the sponsor this reader is
 */
public record Overview(
        @Nullable Funding funding,
        Funding.@Nullable PartnerLine ownMoney,
        @Nullable Engagement engagement,
        Engagement.@Nullable SponsorLine ownHours) {
    private static final Set<Scope> WHOLE = EnumSet.of(Scope.ALL, Scope.NO_HOUSEHOLD_TEXT);

    static Overview of(Who who, Supplier<Funding> funding, Supplier<Engagement> engagement) {
        boolean money = given(who, Question.FUNDING, WHOLE);
        boolean ownMoney = !money && given(who, Question.FUNDING, EnumSet.of(Scope.OWN_PARTNER));
        boolean people = given(who, Question.ENGAGEMENT, WHOLE);
        boolean sums = !people && given(who, Question.ENGAGEMENT_SUMS, WHOLE);
        boolean ownHours = !people && given(who, Question.HOURS, EnumSet.of(Scope.OWN_PERSON));
        Funding asked = money || ownMoney ? funding.get() : null;
        Engagement heard = people || sums || ownHours ? engagement.get() : null;
        return new Overview(
                money ? asked : null,
                ownMoney ? lineOf(who.partnerId(), asked) : null,
                people ? heard : sums ? withoutSponsors(heard) : null,
                ownHours ? hoursOf(who.sponsorId(), heard) : null);
    }

    /** Whether there is anything of the ledger for this reader; ADMIN looks after users, not after families. */
    public boolean isEmpty() {
        return funding == null && ownMoney == null && engagement == null && ownHours == null;
    }

    public boolean hasMoney() {
        return funding != null && !funding.totals().equals(new Funding.Totals(0, 0, 0, 0, 0, 0, 0));
    }

    public boolean hasHours() {
        return engagement != null && engagement.totals().entries() > 0;
    }

    private static boolean given(Who who, Question question, Set<Scope> enough) {
        return Permissions.scopes(who.roles(), question).stream().anyMatch(enough::contains);
    }

    private static Funding.PartnerLine lineOf(@Nullable String partnerId, Funding funding) {
        return funding.byPartner().stream()
                .filter(line -> line.partnerId().equals(partnerId))
                .findFirst()
                .orElseGet(() -> new Funding.PartnerLine(String.valueOf(partnerId), "", 0, 0, 0, 0));
    }

    private static Engagement.SponsorLine hoursOf(@Nullable String sponsorId, Engagement engagement) {
        return engagement.bySponsor().stream()
                .filter(line -> line.sponsorId().equals(sponsorId))
                .findFirst()
                .orElseGet(() -> new Engagement.SponsorLine(Objects.toString(sponsorId), null, 0));
    }

    private static Engagement withoutSponsors(Engagement all) {
        return new Engagement(all.totals(), all.byMonth(), all.byActivity(), List.of(), all.position(), all.knownAt());
    }
}
