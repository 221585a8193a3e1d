package org.patenbuch.money;

import org.patenbuch.partnership.Rule;
import org.patenbuch.web.Figures;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a rule sets, with what it counts: {@code 60 Monate}, {@code 15,00 €}, {@code ja}. For templates, too. */
@Component("ruleWords")
class RuleWords {
    private final MessageSource messages;

    RuleWords(MessageSource messages) {
        this.messages = messages;
    }

    public String value(Rule rule, long value) {
        Figures figures = new Figures(LocaleContextHolder.getLocale());
        return switch (rule.unit()) {
            case CENTS -> figures.euro(value);
            case YES_NO -> say("journal.value." + (value > 0));
            case MONTHS, SPONSORSHIPS, HOURS -> say("money.rule." + rule.unit(), value);
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
