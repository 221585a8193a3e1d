package org.patenbuch.fund;

import org.patenbuch.kernel.Personal;

/**
 * Who is paid: often an organisation, sometimes a person, and nobody is asked which. So it is sealed, under one key for
 * all that is recorded in one year: a voucher is kept eight years from the end of the year in which it was entered
 * (&sect; 147 (3), (4) AO, &sect; 257 (4), (5) HGB), and then all of that year are erased together.
 */
public final class Payee {
    /** The kind of the key. */
    public static final String KIND = "payee";

    private Payee() {}

    static Personal of(String partnership, int yearRecorded, String text) {
        return Personal.of(partnership, KIND, yearRecorded, text);
    }
}
