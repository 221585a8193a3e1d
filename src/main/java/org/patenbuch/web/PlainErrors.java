package org.patenbuch.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatusCode;

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
            problems.getObject().write(request, response, HttpStatusCode.valueOf(whoseFault(response.getStatus())));
        } catch (IOException hungUp) {
            // Nobody is left to be answered
            container.getLogger().debug("No one took the error", hungUp);
        }
    }

    /** A version or a coding of HTTP that is not spoken here is the sender's mistake, though HTTP counts it as ours. */
    private static int whoseFault(int status) {
        return status == 501 || status == 505 ? 400 : status;
    }
}
