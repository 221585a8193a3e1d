package org.patenbuch.web;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** A stack trace for the log that says where and of what kind, but not what somebody typed. */
final class WithoutMessages {
    private static final int FRAMES = 25;

    private WithoutMessages() {}

    static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            trace.append(trace.isEmpty() ? "" : "\nCaused by: ")
                    .append(cause.getClass().getName());
            if (cause instanceof SQLException sql) trace.append(" state ").append(sql.getSQLState());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++)
                trace.append("\n\tat ").append(frames[i]);
        }
        return trace.toString();
    }
}
