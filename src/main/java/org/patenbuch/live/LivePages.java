package org.patenbuch.live;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Frame;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where an open page hears that there is something new. For templates, as {@code @livePages}: where that is. */
@Controller("livePages")
class LivePages {
    private final Live live;
    private final News news;
    private final Frame frame;

    LivePages(Live live, News news, Frame frame) {
        this.live = live;
        this.news = news;
        this.frame = frame;
    }

    /** @param position up to where the views know this partnership */
    record Known(long position) {}

    /** Once, for whoever asks from time to time. */
    @GetMapping("/{partnership}/live")
    ResponseEntity<Known> once(Who who) {
        return ResponseEntity.ok(new Known(news.of(who.partnership())));
    }

    /**
     * @param after up to where the page knows
     * @param last the same, from a browser that had been told more before it was cut off
     */
    @GetMapping(path = "/{partnership}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Nullable
    SseEmitter listen(
            Who who,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
            HttpServletResponse response) {
        SseEmitter page = live.listen(who.partnership(), last == null ? after : Math.max(after, last));
        response.setHeader("X-Accel-Buffering", "no");
        if (page == null) response.setStatus(HttpServletResponse.SC_NO_CONTENT); // a browser then asks no more
        return page;
    }

    /** Up to where the present page knows, for a form to send along; null where it shows nothing that could change. */
    public @Nullable Long getKnown() {
        return KnownBefore.of(
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
    }

    /** What the present page is to listen to; null where it shows nothing that could change. */
    public @Nullable String getAddress() {
        Long known = getKnown();
        return known == null ? null : "/" + frame.getPartnership() + "/live?after=" + known;
    }
}
