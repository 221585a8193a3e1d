package org.patenbuch.forms;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** The whole way of a form through Spring MVC, and what OpenAPI says about it. */
@SpringBootTest(classes = ShapedTest.Web.class, properties = "spring.main.web-application-type=servlet")
class ShapedTest {
    enum Nature {
        GIFT,
        GRANT
    }

    record Gift(
            @Nullable String id,
            @Size(max = 40) String evidence,
            @Positive long amountCents,
            LocalDate receivedOn,
            Nature nature,
            List<String> partnerIds,
            @Nullable Place place) {
        record Place(String district) {}
    }

    record Reason(@Nullable String reason) {}

    @RestController
    static class Gifts {
        @PostMapping("/api/{partnership}/gifts")
        Gift record(@PathVariable String partnership, @Shaped Gift gift) {
            return gift;
        }

        @PostMapping("/api/withdrawals")
        Reason withdraw(@Shaped Reason reason) {
            return reason;
        }

        @PostMapping("/gifts")
        String page(@Shaped Bound<Gift> gift) {
            return gift.good() ? gift.orThrow().evidence() : gift.problems().size() + " " + gift.text("evidence");
        }
    }

    @ImportAutoConfiguration({
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        SpringDocConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocWebMvcConfiguration.class
    })
    @Import({Gifts.class, Binder.class, ShapedArguments.class, ProblemAnswers.class, Sentences.class, FormSchema.class})
    static class Web {}

    private static final String GIFT = """
            {"evidence":"Beleg 1","amountCents":5,"receivedOn":"2012-01-03","nature":"GIFT","partnerIds":["P-1"]}""";

    @Autowired
    private WebApplicationContext context;

    private MockMvc web;

    @BeforeEach
    void open() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void fills_a_record_from_json() throws Exception {
        web.perform(json(GIFT))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.amountCents").value(5));
    }

    @Test
    void answers_every_mistake_in_the_language_asked_for() throws Exception {
        web.perform(json("{\"amountCents\":-1}").header("Accept-Language", "de"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.code").value("form.invalid"))
                .andExpect(jsonPath("$.type").value("urn:patenbuch:problem:form.invalid"))
                .andExpect(jsonPath("$.title").value("Angaben unvollständig oder falsch"))
                .andExpect(jsonPath("$.errors[*].field")
                        .value(containsInAnyOrder("evidence", "amountCents", "receivedOn", "nature", "partnerIds")))
                .andExpect(jsonPath("$.errors[0].detail").value("Bitte ausfüllen."));
        web.perform(json("{\"nature\":\"X\"}").header("Accept-Language", "en-GB"))
                .andExpect(jsonPath("$.errors[3].code").value("form.unknown-value"))
                .andExpect(
                        jsonPath("$.errors[3].detail").value("There is no such value here. Allowed are: GIFT, GRANT."));
    }

    @Test
    void refuses_other_types_than_json_in_utf_8() throws Exception {
        for (String type :
                List.of("text/plain", "application/json;charset=ISO-8859-1", "application/xml", "nonsense")) {
            web.perform(post("/api/p/gifts").header("Content-Type", type).content(GIFT))
                    .andExpect(status().isUnsupportedMediaType());
        }
        web.perform(post("/api/p/gifts").content(GIFT)).andExpect(status().isUnsupportedMediaType());
        web.perform(post("/api/p/gifts")
                        .header("Content-Type", "application/json;charset=utf-8")
                        .content(GIFT))
                .andExpect(status().isOk());
    }

    @Test
    void refuses_what_is_no_json_and_what_is_too_large() throws Exception {
        web.perform(json("{\"evidence\":"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("form.unreadable"));
        web.perform(json("{\"evidence\":\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}")
                        .header("Accept-Language", "de"))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.code").value("form.too-large"))
                .andExpect(jsonPath("$.detail").value(startsWith("Das ist zu groß: höchstens 1")))
                .andExpect(header().string("Content-Type", "application/problem+json"));
    }

    @Test
    void a_command_that_needs_no_field_needs_no_body() throws Exception {
        web.perform(post("/api/withdrawals")).andExpect(status().isOk());
        web.perform(post("/api/p/gifts"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("form.invalid"));
        web.perform(post("/api/withdrawals").contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_page_gets_the_form_back_with_its_mistakes() throws Exception {
        web.perform(post("/gifts").param("evidence", "Beleg 1").param("amountCents", "1.250"))
                .andExpect(status().isOk())
                .andExpect(content().string("4 Beleg 1"));
        web.perform(post("/gifts")
                        .param("evidence", "Beleg 2")
                        .param("amountCents", "12,50")
                        .param("receivedOn", "1.2.2012")
                        .param("nature", "GIFT")
                        .param("partnerIds", "P-1", "P-2"))
                .andExpect(content().string("Beleg 2"));
    }

    @Test
    void openapi_lists_the_fields_of_the_form() throws Exception {
        String schema = "$.paths['/api/{partnership}/gifts'].post.requestBody.content['application/json'].schema";
        web.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath(schema + ".required")
                        .value(containsInAnyOrder("evidence", "amountCents", "receivedOn", "nature", "partnerIds")))
                .andExpect(jsonPath(schema + ".properties.amountCents.type").value("integer"))
                .andExpect(jsonPath(schema + ".properties.receivedOn.format").value("date"))
                .andExpect(jsonPath(schema + ".properties.evidence.maxLength").value(40))
                .andExpect(jsonPath(schema + ".properties.nature.enum").value(containsInAnyOrder("GIFT", "GRANT")))
                .andExpect(jsonPath(schema + ".properties.place.properties.district.type")
                        .value("string"))
                .andExpect(jsonPath("$.paths['/api/{partnership}/gifts'].post.parameters.length()")
                        .value(1));
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post("/api/p/gifts").contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
