package org.patenbuch;

import com.microsoft.playwright.options.ColorScheme;

/** Every page in English. */
class CrawlEnglishTest extends Crawl {
    CrawlEnglishTest() {
        super("en-GB", 1, ColorScheme.DARK, ColorScheme.LIGHT);
    }
}
