package org.patenbuch;

import com.microsoft.playwright.options.ColorScheme;

/** Every page in German. */
class CrawlGermanTest extends Crawl {
    CrawlGermanTest() {
        super("de-DE", 0, ColorScheme.LIGHT, ColorScheme.DARK);
    }
}
