package org.patenbuch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands around every page, for the templates as {@code @frame}: who is logged in and where, where one can go,
 * the other language. It reads the present request, so that error pages have it as well.
 */
@Component("frame")
public class Frame {
    /** One link of the navigation. */
    public record Link(String key, String address, boolean current) {}

    /** Links under one word. */
    public record Menu(String key, boolean current, List<Link> links) {}

    private final List<NavEntry> entries;
    private final List<NavGroup> groups;
    private final boolean demo;

    Frame(List<NavEntry> entries, List<NavGroup> groups, Environment environment) {
        this.groups =
                groups.stream().sorted(Comparator.comparingInt(NavGroup::order)).toList();
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public boolean isDemo() {
        return demo;
    }

    public Figures getFigures() {
        return new Figures(LocaleContextHolder.getLocale());
    }

    /** The name someone logged in with, or null. */
    public @Nullable String getLogin() {
        Principal principal = request().getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    public boolean at(String path) {
        return path().equals(path);
    }

    /** The partnership of this page, or null where a page belongs to none or its reader may not know. */
    public @Nullable String getPartnership() {
        return who().map(Who::partnership).orElse(null);
    }

    public List<Link> getNavigation() {
        return who().map(who -> links(entries, who)).orElse(List.of());
    }

    /** The groups in which there is something for this person. */
    public List<Menu> getMenus() {
        return who().map(who -> groups.stream()
                        .map(group -> menu(group.key(), links(group.entries(), who)))
                        .filter(menu -> !menu.links().isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static Menu menu(String key, List<Link> links) {
        return new Menu(key, links.stream().anyMatch(Link::current), links);
    }

    private static List<Link> links(List<NavEntry> entries, Who who) {
        return entries.stream()
                .filter(entry -> entry.shown().test(who.roles()))
                .map(entry -> link(entry, "/" + who.partnership()))
                .toList();
    }

    private static Link link(NavEntry entry, String base) {
        String address = base + entry.path();
        boolean current = entry.path().isEmpty()
                ? path().equals(base)
                : path().equals(address) || path().startsWith(address + "/");
        return new Link(entry.key(), address, current);
    }

    /** This very page in another language. */
    public String in(String language) {
        return UriComponentsBuilder.fromPath(path())
                .query(request().getQueryString())
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }

    private static String path() {
        Object original = request().getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String before ? before : request().getRequestURI();
    }

    private static Optional<Who> who() {
        return Optional.ofNullable((Who) request().getAttribute(Who.class.getName()));
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
