package org.patenbuch.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.engagement.EngagementLists;
import org.patenbuch.engagement.EngagementView;
import org.patenbuch.engagement.HouseholdEntry;
import org.patenbuch.engagement.Sight;
import org.patenbuch.engagement.SponsorSuggestions;
import org.patenbuch.engagement.SponsorshipEntry;
import org.patenbuch.forms.Bound;
import org.patenbuch.forms.DayText;
import org.patenbuch.forms.EntryName;
import org.patenbuch.forms.Reading;
import org.patenbuch.funding.FundingLists;
import org.patenbuch.household.HouseholdForm;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Moments;
import org.patenbuch.projections.One;
import org.patenbuch.sponsorship.SponsorshipForm;
import org.patenbuch.web.NavEntry;
import org.patenbuch.web.NotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Households: the list under pseudonyms, and the one page that tells a name, to coordinators only. */
@Controller
@RequestMapping("/{partnership}/people/households")
class HouseholdPages {
    private static final int MOST = 200;

    private final EngagementLists lists;
    private final FundingLists partners;
    private final SponsorSuggestions suggestions;
    private final Deeds deeds;
    private final Moments moments;
    private final Clock clock;

    HouseholdPages(
            EngagementLists lists,
            FundingLists partners,
            SponsorSuggestions suggestions,
            Deeds deeds,
            Moments moments,
            Clock clock) {
        this.lists = lists;
        this.partners = partners;
        this.suggestions = suggestions;
        this.deeds = deeds;
        this.moments = moments;
        this.clock = clock;
    }

    @Bean
    static NavEntry householdsEntry() {
        return new NavEntry(
                NavEntry.Group.PEOPLE,
                "nav.households",
                "/people/households",
                42,
                roles -> Permissions.mayAsk(roles, Question.ENGAGEMENT));
    }

    @GetMapping
    String list(Who who, Asked asked, Model model) {
        Sight pseudonyms = new Sight(false, false, null);
        Sight.of(who, Question.PEOPLE_LISTS).requireAll();
        model.addAttribute("page", lists.households(who.partnership(), pseudonyms, asked));
        model.addAttribute("may", Permissions.maySend(who.roles(), "TakeInHousehold"));
        model.addAttribute("asked", asked);
        model.addAttribute("who", who);
        return "people/households";
    }

    @GetMapping("/{id}")
    String one(
            Who who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Asked asked,
            Model model) {
        if (on != null) model.addAttribute("on", on);
        model.addAttribute("done", done != null);
        return show(who, id, asked, "", Bound.blank(), model);
    }

    private String show(Who who, String id, Asked wanted, String posted, Bound<?> form, Model model) {
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        Asked asked = wanted.then().ofHousehold(id).most(MOST);
        String partnership = who.partnership();
        One<HouseholdEntry> found =
                lists.household(partnership, sight, id, asked).orElseThrow(NotFound::new);
        model.addAttribute("household", found.item());
        model.addAttribute("referrer", name(found.item().referredBy(), partnership, asked));
        model.addAttribute("languages", Spoken.names(found.item().languages()));
        List<SponsorshipEntry> sponsorships =
                lists.sponsorships(partnership, sight, asked).items();
        model.addAttribute("sponsorships", sponsorships);
        model.addAttribute("sponsors", names(sponsorships, partnership, sight, asked));
        LocalDate on = (LocalDate)
                model.asMap().computeIfAbsent("on", key -> moments.today(wanted, EngagementView.NAME, partnership));
        model.addAttribute(
                "suggested",
                suggestions
                        .of(id, partnership, sight, asked.during(on, on))
                        .orElseThrow(NotFound::new)
                        .items());
        model.addAttribute("may", Permissions.maySend(who.roles(), "AssignSponsor"));
        model.addAttribute("posted", posted);
        model.addAttribute("form", form);
        model.addAttribute("blank", Bound.blank());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("fresh", EntryName.fresh());
        model.addAttribute("who", who);
        return "people/household";
    }

    /** What those who accompany are called, by their id; whose name is erased is not among them. */
    private Map<String, String> names(List<SponsorshipEntry> of, String partnership, Sight sight, Asked asked) {
        Map<String, String> names = new HashMap<>();
        Set<String> ids = of.stream().map(SponsorshipEntry::sponsorId).collect(Collectors.toSet());
        if (ids.isEmpty()) return names;
        lists.sponsors(partnership, sight, ids, asked.then()).forEach(one -> names.put(one.id(), one.name()));
        return names;
    }

    /** Of a partner, as known then; its id where it has none yet. */
    private @Nullable String name(@Nullable String partnerId, String partnership, Asked asked) {
        return partnerId == null
                ? null
                : partners.partner(partnership, partnerId, asked.then())
                        .map(found -> found.item().name())
                        .orElse(partnerId);
    }

    @PostMapping("/{id}/{what}")
    String record(
            Who who,
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam Map<String, String> typed,
            Model model) {
        if (DayText.read(typed.getOrDefault("shownOn", "")) instanceof Reading.Understood<LocalDate> shown) {
            model.addAttribute("on", shown.value());
        }
        Deeds.Done done = deed(who, id, what, typed);
        return done.position() == null
                ? show(who, id, Asked.NOW, what, done.form(), model)
                : "redirect:/" + who.partnership() + "/people/households/" + id + "?done=" + what + "&minPosition="
                        + done.position();
    }

    private Deeds.Done deed(Who who, String household, String what, Map<String, String> typed) {
        String partnership = who.partnership();
        return switch (what) {
            case "consent" ->
                deeds.send(
                        HouseholdForm.Consent.class,
                        typed,
                        (form, id) -> form.command(partnership, id, household),
                        who);
            case "consent-withdrawal" ->
                deeds.send(
                        HouseholdForm.ConsentWithdrawal.class,
                        typed,
                        (form, id) -> form.command(partnership, id, household),
                        who);
            case "sponsorships" ->
                deeds.send(SponsorshipForm.Assign.class, typed, (form, id) -> form.command(partnership, id), who);
            case "ends" -> {
                String sponsorship = typed.getOrDefault("sponsorshipId", "-");
                yield deeds.send(
                        SponsorshipForm.End.class,
                        typed,
                        (form, id) -> form.command(partnership, id, sponsorship),
                        who);
            }
            default -> throw new NotFound();
        };
    }
}
