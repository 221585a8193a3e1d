package org.patenbuch.desk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patenbuch.forms.Shaped;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.Commands.Accepted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The addresses of the API that take commands. A form on a page is filled into the same record and handed to the same
 * method, so people and programs have one way in.
 */
@Component
class Endpoints {
    private static final String BASE = "/api/v1/{partnership}";

    /** One address: the record it takes, and what answers it. */
    record Endpoint(Class<? extends Record> form, Object bean, Method method) {}

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private Map<String, Endpoint> known = Map.of();

    Endpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** @throws IllegalArgumentException if no command goes to that address: a mistake in an {@link Action} */
    Endpoint of(Action action) {
        if (known.isEmpty()) known = read();
        Endpoint endpoint = known.get(action.api());
        if (endpoint == null) throw new IllegalArgumentException("No command goes to " + action.api());
        return endpoint;
    }

    private Map<String, Endpoint> read() {
        Map<String, Endpoint> found = new HashMap<>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) return;
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith(BASE)) {
                    endpoint(handler).forEach(one -> found.put(plain(path.substring(BASE.length())), one));
                }
            }
        });
        return Map.copyOf(found);
    }

    /** Without the names of its variables. */
    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static Stream<Endpoint> endpoint(HandlerMethod handler) {
        return Stream.of(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Shaped.class))
                .map(Parameter::getType)
                .filter(Class::isRecord)
                .map(form -> {
                    HandlerMethod resolved = handler.createWithResolvedBean();
                    resolved.getMethod().setAccessible(true);
                    return new Endpoint(form.asSubclass(Record.class), resolved.getBean(), resolved.getMethod());
                });
    }

    /** @param subject the entry it is about, for the one variable of the address */
    Accepted send(Endpoint endpoint, Record form, Who who, String subject) {
        List<Object> arguments = Stream.of(endpoint.method().getParameterTypes())
                .map(type -> type == Who.class ? who : type == String.class ? subject : form)
                .toList();
        try {
            Object answer = endpoint.method().invoke(endpoint.bean(), arguments.toArray());
            return (Accepted) ((ResponseEntity<?>) answer).getBody();
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(refused.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
