package org.patenbuch.web;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.patenbuch.projections.AsOf;
import org.patenbuch.projections.Asked;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which addresses can be asked about a moment of knowledge: those whose method takes what was {@link Asked}. */
@Component
class Datable {
    static final Set<String> READS = Set.of("GET", "HEAD");

    /** Of each address that is read, the most special first, as requests are led. */
    private final SingletonSupplier<NavigableMap<PathPattern, Boolean>> addresses;

    Datable(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        addresses = SingletonSupplier.of(() -> read(mapping.getObject().getHandlerMethods()));
    }

    private static NavigableMap<PathPattern, Boolean> read(Map<RequestMappingInfo, HandlerMethod> methods) {
        return methods.entrySet().stream()
                .filter(one -> reads(one.getKey()))
                .flatMap(one -> one.getKey().getPathPatternsCondition().getPatterns().stream()
                        .map(pattern -> Map.entry(pattern, answers(one.getValue()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Boolean::logicalOr, TreeMap::new));
    }

    private static boolean reads(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    static boolean answers(HandlerMethod method) {
        return method.hasMethodAnnotation(AsOf.class)
                || Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == Asked.class);
    }

    /** @param path of an address, without what follows the question mark */
    boolean answers(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return addresses.obtain().entrySet().stream()
                .filter(one -> one.getKey().matches(parsed))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(false);
    }
}
