package org.patenbuch.web;

/** Asked about a moment of knowledge, but this tells the present state only: 400, so that nobody takes it for the past. */
final class OnlyNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OnlyNow() {
        super(null, null, false, false);
    }
}
