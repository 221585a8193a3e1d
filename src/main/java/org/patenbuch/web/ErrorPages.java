package org.patenbuch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when something went wrong before or after a controller: no login, a turned away address, a template. */
@Controller
class ErrorPages implements ErrorController {
    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        if (NotSent.is(request)) return NotSent.page(request);
        Refusal refusal = refusal(request);
        if (!Problems.isForPrograms(request)) return page(refusal, problems.toPerson(refusal, locale), request);
        problems.write(request, response, refusal);
        return null;
    }

    private Refusal refusal(HttpServletRequest request) {
        // Asked for by hand, the address of the error page is an address like any other that does not exist
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return problems.dispatched(
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION), status instanceof Integer code ? code : 404);
    }

    static ModelAndView page(Refusal refusal, String sentence, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("web/error");
        page.setStatus(refusal.status());
        page.addObject("status", refusal.status().value());
        page.addObject("word", refusal.word());
        page.addObject("sentence", sentence);
        if (refusal.mayPass()) NotSent.offerAgain(page, request);
        return page;
    }
}
