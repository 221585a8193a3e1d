package org.patenbuch.web;

/** There is no such thing here, or the asker may not know of it: answered with 404 in the same words. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super(null, null, false, false);
    }
}
