package org.patenbuch.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.patenbuch.engagement.PeopleHttpTest;
import org.patenbuch.forms.Field;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever a program may send about people, a coordinator finds a form for. */
class EveryFormTest extends PeopleHttpTest {
    private static final String BASE = "/api/v1/{partnership}";
    private static final Set<String> MODULES = Set.of("sponsor", "household", "sponsorship", "timesheet", "dialogue");

    /** On pages of module {@code people}; tests there send them. */
    private static final Set<String> ON_A_PAGE = Set.of(
            "/timesheets/{}/{}/submission",
            "/timesheets/{}/{}/approval",
            "/timesheets/{}/{}/revocation",
            "/hour-claims",
            "/hour-claims/{}/withdrawal",
            "/sponsorships/{}/notes/{}/withdrawal");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private Desk desk;

    @Autowired
    private Endpoints endpoints;

    @Test
    void every_command_about_people_has_a_form() {
        Set<String> missing = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            String module = handler.getBeanType().getPackageName().replaceFirst(".*\\.", "");
            if (MODULES.contains(module)
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                mapping.getPatternValues()
                        .forEach(path ->
                                missing.add(path.substring(BASE.length()).replaceAll("\\{[^}]*}", "{}")));
            }
        });
        assertThat(missing).hasSizeGreaterThan(40).containsAll(ON_A_PAGE);
        missing.removeAll(ON_A_PAGE);
        desk.actions().forEach(action -> missing.remove(action.api()));
        assertThat(missing).isEmpty();
    }

    @Test
    void every_form_opens_and_keeps_what_was_typed_beside_what_is_wrong() {
        theWholePath();
        Site pages = atThePages();
        for (Action action : desk.actions()) {
            if (!ofPeople(action)) continue;
            String path = "/" + partnership + "/" + action.list()
                    + (action.isNew() ? "/new" : "/" + some(action) + "/" + action.name());
            assertThat(pages.get(path).statusCode()).as(path).isEqualTo(200);

            List<Field> fields = Field.of(endpoints.of(action).form()).stream()
                    .filter(field -> !field.name().equals("id"))
                    .toList();
            Map<String, String> typed = fields.stream()
                    .filter(field -> !field.many() && Set.of("DAY", "TEXT").contains(field.kind()))
                    .collect(Collectors.toMap(Field::name, field -> "am Mittwoch"));
            if (typed.isEmpty()
                    || fields.stream().noneMatch(field -> field.kind().equals("DAY"))) continue;
            HttpResponse<String> answer = pages.submit(path, typed);
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body().split("am Mittwoch", -1)).as(path).hasSizeGreaterThan(typed.size());
            fields.stream()
                    .filter(field -> field.kind().equals("DAY"))
                    .forEach(field -> assertThat(answer.body()).as(path).contains("id=\"" + field.name() + "-wrong\""));
        }
    }

    private boolean ofPeople(Action action) {
        return MODULES.contains(
                endpoints.of(action).bean().getClass().getPackageName().replaceFirst(".*\\.", ""));
    }

    private static String some(Action action) {
        return switch (action.list()) {
            case "sponsors" -> "V-01";
            case "households" -> "H-001";
            case "sponsorships" -> "M-001";
            default -> "S-1";
        };
    }
}
