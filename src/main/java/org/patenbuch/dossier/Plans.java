package org.patenbuch.dossier;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.patenbuch.erasure.Erasures;
import org.patenbuch.erasure.KeptTexts;
import org.patenbuch.forms.FieldProblem;
import org.patenbuch.forms.Misshapen;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what goes when, by which norm, in the order of kind and id. */
@Component
class Plans {
    /** The rules in words: {@code plan.rule.<name>.what}, {@code .when}, {@code .norm}. */
    private static final List<String> RULES =
            List.of("certificate", "vouchers", "grants", "other", "needed", "payees", "meetings", "backups");

    private final Erasures erasures;
    private final KeptTexts keptTexts;
    private final Dossiers dossiers;
    private final MessageSource messages;

    Plans(Erasures erasures, KeptTexts keptTexts, Dossiers dossiers, MessageSource messages) {
        this.erasures = erasures;
        this.keptTexts = keptTexts;
        this.dossiers = dossiers;
        this.messages = messages;
    }

    /** @param after {@code KIND/id}, as {@link Plan#next} said */
    Plan page(String partnership, @Nullable String after, int limit, Locale language) {
        String[] start = (after == null ? "/" : after).split("/", -1);
        if (start.length != 2) {
            throw new Misshapen(List.of(FieldProblem.of("after", "form.not-a-cursor")));
        }
        List<Erasures.Due> found = erasures.plan(partnership, start[0], start[1], limit + 1);
        List<Plan.Item> items = found.stream()
                .limit(limit)
                .map(due -> item(due, dossiers.due(due, language)))
                .toList();
        Plan.Item last = found.size() > limit ? items.getLast() : null;
        return new Plan(
                rules(language),
                texts(partnership, language),
                items,
                last == null ? null : last.kind() + "/" + last.id());
    }

    private static Plan.Item item(Erasures.Due due, Dossier.Due shown) {
        return new Plan.Item(
                due.person().kind(), due.person().id(), due.gone(), due.requestedOn(), shown.on(), shown.holds());
    }

    private List<Plan.Texts> texts(String partnership, Locale language) {
        return keptTexts.plan(partnership).stream()
                .map(due -> new Plan.Texts(
                        due.kind(), due.year(), messages.getMessage(due.hold().norm(), language), due.on()))
                .toList();
    }

    private List<Plan.Rule> rules(Locale language) {
        return RULES.stream()
                .map(rule -> new Plan.Rule(
                        word(rule, "what", language), word(rule, "when", language), word(rule, "norm", language)))
                .toList();
    }

    private String word(String rule, String part, Locale language) {
        return messages.getMessage("plan.rule." + rule + "." + part, null, language);
    }
}
