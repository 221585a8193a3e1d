package org.patenbuch.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.patenbuch.funding.Funding;
import org.patenbuch.print.Attachment;
import org.patenbuch.print.Press;
import org.patenbuch.print.Sheet;
import org.patenbuch.projections.Figure;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A report as files: for people to keep, with the data in it for programs, and the data by itself. */
@Component
class ReportFiles {
    private final Press press;
    private final JsonMapper json;
    private final MessageSource messages;

    ReportFiles(Press press, JsonMapper json, MessageSource messages) {
        this.press = press;
        this.json = json;
        this.messages = messages;
    }

    byte[] pdf(Reports.Content content, Locale language) {
        Sheet sheet = new Sheet(
                "print/report",
                content.name(),
                content.partnership(),
                content.position(),
                content.knownAt(),
                language,
                Map.of("report", content),
                List.of(
                        new Attachment(
                                "report.json", "application/json", text("report.data-json", language), json(content)),
                        new Attachment("report.csv", "text/csv", text("report.data-csv", language), csv(content))));
        return press.print(sheet);
    }

    byte[] json(Reports.Content content) {
        return json.writeValueAsBytes(content);
    }

    /** One figure a line; cents and minutes as whole numbers. */
    byte[] csv(Reports.Content content) {
        Map<String, String> partners = content.funding().byPartner().stream()
                .collect(Collectors.toMap(Funding.PartnerLine::partnerId, Funding.PartnerLine::name));
        Map<String, String> funds = content.funding().byFund().stream()
                .collect(Collectors.toMap(Funding.FundLine::fundId, Funding.FundLine::name));
        Map<String, Map<String, String>> names = Map.of("byPartner", partners, "byFund", funds);
        StringBuilder lines = new StringBuilder("\uFEFFview;group;key;name;figure;value\r\n");
        content.funding().figures().forEach((figure, value) -> line(lines, figure, names, value));
        content.engagement().figures().forEach((figure, value) -> line(lines, figure, names, value));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder lines, Figure figure, Map<String, Map<String, String>> names, long value) {
        String key = figure.key() == null ? "" : figure.key();
        String name = names.getOrDefault(figure.group(), Map.of()).getOrDefault(key, "");
        lines.append(String.join(";", figure.view(), figure.group(), cell(key), cell(name), figure.name()))
                .append(';')
                .append(value)
                .append("\r\n");
    }

    /** Quoted, and never a formula to a spreadsheet. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
