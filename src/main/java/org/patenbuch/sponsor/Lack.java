package org.patenbuch.sponsor;

import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;

/** What a sponsor lacks to be assigned on a day; each has its own words in the message files. */
public enum Lack implements MessageSourceResolvable {
    NOT_JOINED,
    LEFT,
    PAUSED,
    TRAINING,
    TRAINING_TOO_OLD,
    CERTIFICATE,
    CERTIFICATE_TOO_OLD,
    /** A listed conviction excludes for ever (§ 72a (1) SGB VIII). */
    CONVICTION;

    @Override
    public String[] getCodes() {
        return new String[] {"rejected.sponsor.lacks." + name().toLowerCase(Locale.ROOT)};
    }
}
