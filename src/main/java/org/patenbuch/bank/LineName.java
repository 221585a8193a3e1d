package org.patenbuch.bank;

/**
 * What a booking is called.
 *
 * @param content stands for what it says
 * @param nth of equal ones on its day: 1, 2, 3 …
 */
record LineName(String content, int nth) {
    LineName next() {
        return new LineName(content, nth + 1);
    }

    @Override
    public String toString() {
        return content + "." + nth;
    }
}
