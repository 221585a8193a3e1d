package org.patenbuch.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.patenbuch.access.Permissions;
import org.patenbuch.access.Question;
import org.patenbuch.access.Scope;
import org.patenbuch.kernel.Who;
import org.patenbuch.projections.Asked;
import org.patenbuch.projections.Page;
import org.patenbuch.web.Searched;
import org.patenbuch.web.Sought;
import org.springframework.stereotype.Component;

/**
 * Finds sponsors and households. Names are sealed, so they are opened and looked at one by one, for those only who may
 * see everyone: a partnership has thousands of people, not millions.
 */
@Component
class PeopleSearch implements Searched {
    private static final int AT_ONCE = 500;

    private final EngagementLists lists;

    PeopleSearch(EngagementLists lists) {
        this.lists = lists;
    }

    @Override
    public boolean concerns(Who who) {
        var scopes = Permissions.scopes(who.roles(), Question.PEOPLE_LISTS);
        return Scope.whole(scopes);
    }

    @Override
    public List<Hit> find(Who who, Sought sought) {
        Sight sight = Sight.of(who, Question.PEOPLE_LISTS);
        List<Hit> hits = new ArrayList<>(sponsors(who, sight, sought));
        hits.addAll(households(who, sight, sought));
        return hits;
    }

    private List<Hit> sponsors(Who who, Sight sight, Sought sought) {
        List<Hit> hits = new ArrayList<>();
        Page<SponsorEntry> page = lists.sponsors(who.partnership(), sight, after(null));
        while (true) {
            page.items().stream()
                    .filter(one -> sought.within(one.id(), Objects.toString(one.name(), "")))
                    .limit((long) MOST - hits.size())
                    .forEach(one -> hits.add(new Hit(
                            "sponsors",
                            "/people/sponsors/" + one.id(),
                            Objects.toString(one.name(), one.id()),
                            one.id(),
                            null,
                            null)));
            if (page.next() == null || hits.size() >= MOST) return hits;
            page = lists.sponsors(who.partnership(), sight, after(page.next()));
        }
    }

    private List<Hit> households(Who who, Sight sight, Sought sought) {
        List<Hit> hits = new ArrayList<>();
        Page<HouseholdEntry> page = lists.households(who.partnership(), sight, after(null));
        while (true) {
            page.items().stream()
                    .filter(one ->
                            sought.within(one.id(), one.district(), one.need(), Objects.toString(one.name(), "")))
                    .limit((long) MOST - hits.size())
                    .forEach(one -> hits.add(new Hit(
                            "households",
                            "/people/households/" + one.id(),
                            one.id(),
                            one.district() + ", " + one.need(),
                            null,
                            null)));
            if (page.next() == null || hits.size() >= MOST) return hits;
            page = lists.households(who.partnership(), sight, after(page.next()));
        }
    }

    private static Asked after(@Nullable String next) {
        return new Asked(null, null, null, null, null, AT_ONCE, next, null, null, null, null, null, null);
    }
}
