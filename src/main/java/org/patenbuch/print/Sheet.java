package org.patenbuch.print;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is to be printed. Nothing of the present moment goes into it, so that it can be made again byte for byte.
 *
 * @param template of its content, built on {@code print/layout}: well-formed XML, reads {@code model}, {@code sheet}
 *     and {@code figures}
 * @param title the document's name, also its first heading
 * @param partnership whose it is, its id; stands on every page
 * @param position how far the journal was read, {@code knownAt} when the last event up to there was recorded; both
 *     stand on every page, and {@code knownAt} is the PDF's own date
 * @param attachments the data shown, see {@link Attachment}
 */
public record Sheet(
        String template,
        String title,
        String partnership,
        long position,
        Instant knownAt,
        Locale language,
        Map<String, Object> model,
        List<Attachment> attachments) {}
