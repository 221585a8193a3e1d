package org.patenbuch.sponsor;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.eventstore.References;
import org.patenbuch.eventstore.StreamName;
import org.patenbuch.kernel.Rejected;
import org.patenbuch.partnership.Periods;
import org.patenbuch.partnership.Rule;
import org.patenbuch.partnership.Rules;

/** What decisions about people ask for, with fixed answers; the real registers have their own tests. */
public final class Fixed {
    public static final LocalDate TODAY = LocalDate.of(2013, 6, 15);

    private Fixed() {}

    public static Clock today() {
        ZoneId germany = ZoneId.of("Europe/Berlin");
        return Clock.fixed(TODAY.atTime(12, 0).atZone(germany).toInstant(), germany);
    }

    public static Periods locked(LocalDate... days) {
        return new Periods(null) {
            @Override
            public void requireOpen(String partnership, LocalDate day) {
                if (List.of(days).contains(day)) {
                    throw new Rejected("period.locked", day);
                }
            }
        };
    }

    public static Rules rules(Map<Rule, Long> values) {
        return new Rules(null) {
            @Override
            public long on(LocalDate day, String partnership, Rule rule, @Nullable String funder) {
                return values.getOrDefault(rule, rule.withoutRule());
            }
        };
    }

    public static References known(String... ids) {
        return new References(null) {
            @Override
            public Optional<StreamName> streamOf(String partnership, String kind, String id) {
                return List.of(ids).contains(kind + "/" + id)
                        ? Optional.of(new StreamName(partnership, kind + "/" + id))
                        : Optional.empty();
            }
        };
    }

    public static Sponsors standing(@Nullable Standing standing) {
        return new Sponsors(null, null) {
            @Override
            public Optional<Standing> hold(String partnership, String sponsorId) {
                return Optional.ofNullable(standing);
            }
        };
    }
}
