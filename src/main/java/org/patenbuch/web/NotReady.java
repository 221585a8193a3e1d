package org.patenbuch.web;

/** A view has not read far enough within the time the asker may wait: answered with 503, to be asked again. */
public final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotReady() {
        super(null, null, false, false);
    }
}
