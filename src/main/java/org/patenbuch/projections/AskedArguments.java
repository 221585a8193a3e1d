package org.patenbuch.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patenbuch.forms.Binder;
import org.patenbuch.forms.Source;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller method take what was {@link Asked}. */
@Component
class AskedArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final Binder binder;

    AskedArguments(Binder binder) {
        this.binder = binder;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Source parameters = Source.parameters(request.getParameterMap());
        return Asked.checked(binder.bind(Asked.class, parameters)).orThrow();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
