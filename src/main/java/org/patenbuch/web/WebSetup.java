package org.patenbuch.web;

import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Operator.class)
class WebSetup implements WebMvcConfigurer {
    private final Language language;
    private final Then then;

    WebSetup(Language language, Then then) {
        this.language = language;
        this.then = then;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language);
        registry.addInterceptor(then);
    }

    /** Spring knows one such bean by its name, and Spring Security has taken it for the token of forms. */
    @Bean
    static BeanPostProcessor carriedState(ObjectProvider<Datable> datable) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor rest
                        ? new CarriedState(rest, datable.getObject())
                        : bean;
            }
        };
    }

    /** Style sheets and scripts carry a hash of their content in their name, so they may be kept for a year. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : new String[] {"vendor", "app"}) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }

    @Bean
    ResourceUrlEncodingFilter hashedResourceNames() {
        return new ResourceUrlEncodingFilter();
    }

    /** The cookie of a session goes to this server only, never to a script, never along with another site's form. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sessionCookie(@Value("${patenbuch.tls}") boolean tls) {
        return factory -> {
            var session = factory.getSettings().getSession();
            session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            // The prefix makes browsers keep it only from this very host and over TLS (RFC 6265bis, 4.1.3.2)
            boolean encrypted = tls || Ssl.isEnabled(factory.getSsl());
            session.getCookie().setName(encrypted ? "__Host-patenbuch" : "patenbuch");
            session.getCookie().setSecure(encrypted);
            session.getCookie().setPath("/");
            session.getCookie().setHttpOnly(true);
            session.getCookie().setSameSite(SameSite.LAX);
        };
    }

    /** Requests that are not even HTTP never reach Spring; Tomcat itself would answer them with a page in HTML. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainErrors(ObjectProvider<Problems> problems) {
        return factory -> {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new PlainErrors(problems)));
            // A body that is refused is read to its end, else its sender sees a broken connection and no answer
            factory.addConnectorCustomizers(connector -> connector.setProperty("maxSwallowSize", "52428800"));
        };
    }
}
