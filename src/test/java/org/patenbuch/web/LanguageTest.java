package org.patenbuch.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguageTest {
    private final Language language = new Language();

    @ParameterizedTest
    @CsvSource({"en, en", "en-US, en", "de, de", "de-AT, de", "fr, de", ", de"})
    void answers_in_the_language_asked_for_and_in_german_to_everyone_else(String accepted, String spoken) {
        assertThat(language.resolveLocale(asking("/login", accepted)).getLanguage())
                .isEqualTo(spoken);
    }

    @Test
    void goes_down_the_list_to_the_first_language_it_speaks() {
        assertThat(language.resolveLocale(asking("/login", "fr", "en", "de"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void lets_a_person_choose_and_remembers_it() {
        MockHttpServletRequest chosen = asking("/login", "de");
        chosen.setQueryString("year=2013&lang=en");
        MockHttpServletResponse response = new MockHttpServletResponse();
        language.preHandle(chosen, response, this);

        assertThat(language.resolveLocale(chosen)).isEqualTo(Locale.ENGLISH);
        assertThat(response.getHeader("Set-Cookie")).startsWith("lang=en;").contains("HttpOnly", "SameSite=Lax");
        MockHttpServletRequest later = asking("/help", "de");
        later.setCookies(new Cookie("lang", "en"));
        assertThat(language.resolveLocale(later)).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"lang=fr", "lang=", "slang=en", "lang=en%0d%0aSet-Cookie:x", "%zz"})
    void takes_no_other_word_for_a_language(String query) {
        MockHttpServletRequest request = asking("/login", "de");
        request.setQueryString(query);
        request.setCookies(new Cookie("lang", "<script>"));

        assertThat(language.resolveLocale(request)).isEqualTo(Locale.GERMAN);
    }

    @Test
    void lets_programs_choose_by_their_header_only() {
        MockHttpServletRequest program = asking("/api/v1/rosenstadt/funding", "de");
        program.setQueryString("lang=en");
        program.setCookies(new Cookie("lang", "en"));

        assertThat(language.resolveLocale(program)).isEqualTo(Locale.GERMAN);
    }

    private static MockHttpServletRequest asking(String path, String... languages) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        List<Locale> wanted = Arrays.stream(languages)
                .filter(tag -> tag != null)
                .map(Locale::forLanguageTag)
                .toList();
        if (!wanted.isEmpty()) {
            request.setPreferredLocales(wanted);
            request.addHeader("Accept-Language", String.join(",", languages));
        }
        return request;
    }
}
