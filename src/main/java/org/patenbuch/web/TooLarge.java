package org.patenbuch.web;

import java.io.IOException;

/** More was sent than is taken; an {@link IOException} because it is noticed while reading. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}
