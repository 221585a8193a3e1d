package org.patenbuch.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Fills the parameters marked {@link Shaped}. */
@Component
class ShapedArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final Binder binder;

    ShapedArguments(Binder binder) {
        this.binder = binder;
    }

    /** The record a parameter asks for, whether bare or as {@link Bound}. */
    static Class<? extends Record> form(MethodParameter parameter) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        ResolvableType form = parameter.getParameterType() == Bound.class ? type.getGeneric(0) : type;
        return form.toClass().asSubclass(Record.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Shaped.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory factory)
            throws IOException, HttpMediaTypeNotSupportedException {
        Class<? extends Record> form = form(parameter);
        if (parameter.getParameterType() == Bound.class) {
            return binder.bind(form, Source.parameters(request.getParameterMap()));
        }
        byte[] body = body(request.getNativeRequest(HttpServletRequest.class));
        return binder.bind(form, Source.json(JsonBody.parse(body))).orThrow();
    }

    /** JSON in UTF-8 (RFC 8259, 8.1). Nothing at all counts as an empty object: some commands need no field. */
    private static byte[] body(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        String declared = request.getContentType();
        byte[] body = JsonBody.bytes(request.getInputStream());
        if (declared == null && body.length == 0) {
            return NOTHING;
        }
        MediaType type = mediaType(declared);
        boolean utf8 =
                type != null && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        if (!utf8 || !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
        }
        return body;
    }

    private static MediaType mediaType(String declared) throws HttpMediaTypeNotSupportedException {
        try {
            return declared == null ? null : MediaType.parseMediaType(declared);
        } catch (InvalidMediaTypeException e) {
            throw new HttpMediaTypeNotSupportedException("Content-Type cannot be read");
        }
    }
}
