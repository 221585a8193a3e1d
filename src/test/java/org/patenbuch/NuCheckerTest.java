package org.patenbuch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The checker itself: it has to find something where there is something. */
class NuCheckerTest {
    private static final String GOOD = """
            <!DOCTYPE html>
            <html lang="de"><head><meta charset="utf-8"><title>Seite</title></head>
            <body><details name="menu"><summary>Geld</summary></details></body></html>""";

    @Test
    void finds_what_is_wrong_and_nothing_else() {
        NuChecker checker = new NuChecker();

        assertThat(checker.check(GOOD)).isEmpty();
        assertThat(checker.check(GOOD.replace("</summary>", "</summary><img src=a>")))
                .singleElement()
                .asString()
                .contains("alt");
        assertThat(checker.check(GOOD)).isEmpty();
    }
}
