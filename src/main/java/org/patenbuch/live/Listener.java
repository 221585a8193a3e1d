package org.patenbuch.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Used by the watching thread alone. */
final class Listener {
    /** Keeps what lies between from hanging up, and finds out who has gone. */
    private static final Duration STILL_HERE = Duration.ofSeconds(15);

    final String partnership;
    final SseEmitter page;
    private final Instant until;
    private long told;
    private Instant heardFrom;

    Listener(String partnership, long told, SseEmitter page, Instant now, Duration atMost) {
        this.partnership = partnership;
        this.told = told;
        this.page = page;
        this.until = now.plus(atMost);
        this.heardFrom = now;
    }

    /** Tells it what it does not know yet. */
    void tell(long last, Instant now) throws IOException {
        if (last > told) {
            page.send(SseEmitter.event().id(Long.toString(last)).data(last));
            told = last;
            heardFrom = now;
        } else if (now.isAfter(heardFrom.plus(STILL_HERE))) {
            page.send(SseEmitter.event().comment("still here"));
            heardFrom = now;
        }
    }

    boolean isLongEnough(Instant now) {
        return now.isAfter(until);
    }

    /** It asks again when somebody looks at the page the next time. */
    void end() throws IOException {
        page.send(SseEmitter.event().name("enough").data(""));
        page.complete();
    }
}
