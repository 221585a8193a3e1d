package org.patenbuch.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patenbuch.kernel.Who;
import org.patenbuch.print.Attachment;
import org.patenbuch.print.Press;
import org.patenbuch.print.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a PDF that carries the data it shows. */
@Component
class Papers {
    private final Press press;
    private final MessageSource messages;
    private final JsonMapper json;

    Papers(Press press, MessageSource messages, JsonMapper json) {
        this.press = press;
        this.messages = messages;
        this.json = json;
    }

    /**
     * @param template its content, {@code people/…}
     * @param title key of its heading in the message files, {@code words} what stands in it
     * @param file its name without ending
     * @param shown the model, and what is attached as JSON
     */
    record Paper(
            String template,
            String title,
            List<Object> words,
            String file,
            Map<String, Object> shown,
            long position,
            Instant knownAt) {}

    ResponseEntity<byte[]> answer(Paper paper, Who who, Locale language) {
        String title = messages.getMessage(paper.title(), paper.words().toArray(), language);
        byte[] data = json.writeValueAsBytes(paper.shown());
        Sheet sheet = new Sheet(
                paper.template(),
                title,
                who.partnership(),
                paper.position(),
                paper.knownAt(),
                language,
                paper.shown(),
                List.of(new Attachment(paper.file() + ".json", "application/json", title, data)));
        return ResponseEntity.ok()
                .header("Content-Disposition", "inline; filename=\"" + paper.file() + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(press.print(sheet));
    }
}
