package org.patenbuch.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;

/** Answers what Tomcat refuses by itself as a problem, never with its own page: such requests come from programs. */
final class PlainErrors extends ErrorReportValve {
    private final ObjectProvider<Problems> problems;

    PlainErrors(ObjectProvider<Problems> problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        try {
            Problems answers = problems.getObject();
            int status = status(response);
            // Tomcat's own exceptions about what it could not read say less than the status it gave them
            answers.write(request, response, answers.dispatched(status < 500 ? null : thrown, status));
        } catch (IOException hungUp) {
            // Nobody is left to be answered
            container.getLogger().debug("No one took the error", hungUp);
        }
    }

    /** A strange version of HTTP or encoding is the sender's mistake, and nothing a sender does is a 5xx here. */
    private static int status(Response response) {
        return response.getStatus() == 501 || response.getStatus() == 505 ? 400 : response.getStatus();
    }
}
