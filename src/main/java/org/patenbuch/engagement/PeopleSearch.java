package org.patenbuch.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        return Page.everyItem(Asked.NOW, page -> lists.sponsors(who.partnership(), sight, page))
                .filter(one -> sought.within(one.id(), Objects.toString(one.name(), "")))
                .limit(MOST)
                .map(one -> new Hit(
                        "sponsors",
                        "/people/sponsors/" + one.id(),
                        Objects.toString(one.name(), one.id()),
                        one.id(),
                        null,
                        null))
                .toList();
    }

    private List<Hit> households(Who who, Sight sight, Sought sought) {
        return Page.everyItem(Asked.NOW, page -> lists.households(who.partnership(), sight, page))
                .filter(one -> sought.within(one.id(), one.district(), one.need(), Objects.toString(one.name(), "")))
                .limit(MOST)
                .map(one -> new Hit(
                        "households",
                        "/people/households/" + one.id(),
                        one.id(),
                        one.district() + ", " + one.need(),
                        null,
                        null))
                .toList();
    }
}
