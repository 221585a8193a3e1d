package org.patenbuch.erasure;

import java.util.Locale;
import org.springframework.context.MessageSourceResolvable;

/** By which rule personal data must be kept; each has its own words in the message files. */
public enum Norm implements MessageSourceResolvable {
    /**
     * Approved hours are the voucher of a contribution in time: eight years from the end of their year (§ 147 (1) no. 4,
     * (3), (4) AO as of 2025).
     */
    VOUCHERS,
    /**
     * Hours stand behind proofs of use with names: five years after the proof, which is due half a year after the year
     * (ANBest-P no. 6).
     */
    GRANTS,
    /** Someone decided so, and said by which rule. */
    OTHER;

    @Override
    public String[] getCodes() {
        return new String[] {"erasure.norm." + name().toLowerCase(Locale.ROOT)};
    }
}
