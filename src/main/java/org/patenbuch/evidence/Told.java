package org.patenbuch.evidence;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import tools.jackson.databind.json.JsonMapper;

/** Tells a report in a language, out of the same message files as the pages, but without Spring. */
final class Told {
    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle sentences;
    private final Locale language;

    Told(Locale language) {
        this.language = language;
        sentences = ResourceBundle.getBundle("messages", language, NO_OTHER_LANGUAGE);
    }

    String sentence(String key, Object... words) {
        return new MessageFormat(sentences.getString(key), language).format(words);
    }

    String text(Report report) {
        StringBuilder text = new StringBuilder(head(report)).append('\n');
        report.findings()
                .forEach(finding -> text.append("- ").append(sentence(finding)).append('\n'));
        if (!report.remarks().isEmpty()) {
            text.append(sentences.getString("verify.remarks")).append('\n');
            report.remarks()
                    .forEach(
                            remark -> text.append("- ").append(sentence(remark)).append('\n'));
        }
        return text.toString().stripTrailing();
    }

    String head(Report report) {
        String entries = Long.toString(report.size());
        if (report.good()) {
            return sentence("verify.good", entries, report.origin(), report.root());
        }
        Long first = report.firstBad();
        return first == null
                ? sentence("verify.bad", report.origin())
                : sentence("verify.bad-from", report.origin(), Long.toString(first));
    }

    List<String> sentences(List<Finding> findings) {
        return findings.stream().map(this::sentence).toList();
    }

    String sentence(Finding finding) {
        String sentence =
                sentence("verify." + finding.code(), finding.arguments().toArray());
        return finding.entry() == null
                ? sentence
                : sentence("verify.entry", Long.toString(finding.entry())) + " " + sentence;
    }

    String json(Report report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("good", report.good());
        all.put("origin", report.origin());
        all.put("size", report.size());
        all.put("root", report.root());
        all.put("key", report.key());
        all.put("firstBad", report.firstBad());
        all.put("withheld", report.withheld());
        all.put("findings", report.findings());
        all.put("remarks", report.remarks());
        return new JsonMapper().writeValueAsString(all);
    }
}
