package org.patenbuch.access;

/** The application must not start like this; the message is one sentence that says what to do instead. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }
}
