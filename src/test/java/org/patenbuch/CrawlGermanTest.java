package org.patenbuch;

import com.microsoft.playwright.options.ColorScheme;

/** Every page in German. */
class CrawlGermanTest extends Crawl {
    CrawlGermanTest() {
        super("de-DE", ColorScheme.LIGHT, ColorScheme.DARK);
    }
}
