package org.patenbuch.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages how far the views know their partnership: a number, never what is in it; the page then asks anew, as
 * whoever it is allowed to. One thread looks once a second while anybody listens. A page is told for a quarter of an
 * hour at most: an open page alone keeps nobody logged in.
 */
@Component
class Live {
    /** More pages than these are told nothing; they work as they did. */
    static final int MOST = 1_000;

    private static final Duration AT_MOST = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final News news;
    private final Clock clock = Clock.systemUTC();
    private Thread watching;
    private boolean closed;

    Live(News news) {
        this.news = news;
    }

    /**
     * @param told up to where the page knows
     * @return null where too many listen already
     */
    synchronized SseEmitter listen(String partnership, long told) {
        if (closed || listeners.size() >= MOST) return null;
        var listener = new Listener(partnership, told, new SseEmitter(0L), clock.instant(), AT_MOST);
        listener.page.onCompletion(() -> listeners.remove(listener));
        listener.page.onError(gone -> listeners.remove(listener));
        listeners.add(listener);
        if (watching == null) watching = Thread.startVirtualThread(this::watch);
        return listener.page;
    }

    private void watch() {
        while (somebodyListens()) {
            try {
                tellAll();
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException notNow) {
                LOG.warn(
                        "Open pages cannot be told what is new: {}",
                        notNow.getClass().getSimpleName());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean somebodyListens() {
        boolean somebody = !closed && !listeners.isEmpty();
        if (!somebody) watching = null;
        return somebody;
    }

    private void tellAll() {
        Map<String, Long> last =
                news.of(listeners.stream().map(one -> one.partnership).collect(Collectors.toSet()));
        Instant now = clock.instant();
        for (Listener one : listeners) {
            try {
                if (one.isLongEnough(now)) {
                    listeners.remove(one);
                    one.end();
                } else {
                    one.tell(last.getOrDefault(one.partnership, 0L), now);
                }
            } catch (IOException | IllegalStateException gone) {
                listeners.remove(one); // the page has been closed
            }
        }
    }

    /** Before the server waits for its answers to end: these would not. */
    @EventListener(ContextClosedEvent.class)
    synchronized void end() {
        closed = true;
        listeners.forEach(one -> one.page.complete());
        listeners.clear();
    }
}
