package org.patenbuch.timesheet;

import java.time.YearMonth;
import org.patenbuch.eventstore.StreamName;

/** Which timesheet: one sponsor's month. Its stream is {@code timesheet/V-01.2013-05}. */
public record SheetName(String sponsorId, YearMonth month) {
    private static final int MONTH_CHARACTERS = "2013-05".length();

    static SheetName of(StreamName stream) {
        String id = stream.id();
        int dot = id.length() - MONTH_CHARACTERS - 1;
        return new SheetName(id.substring(0, dot), YearMonth.parse(id.substring(dot + 1)));
    }

    String stream(String partnership) {
        return StreamName.of(partnership, "timesheet", sponsorId + "." + month);
    }
}
