package org.patenbuch.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Who;
import org.patenbuch.web.NavEntry.Group;
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

    /** So few links need no menus to be found in. */
    private static final int FEW = 6;

    private final List<NavEntry> entries;
    private final boolean demo;

    Frame(List<NavEntry> entries, List<NavGroup> groups, Environment environment) {
        this.entries = Stream.concat(entries.stream(), groups.stream().flatMap(group -> group.entries().stream()))
                .sorted(Comparator.comparing(NavEntry::group).thenComparingInt(NavEntry::order))
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

    /** What is reached at once: the first pages, and everything where there is little. */
    public List<Link> getNavigation() {
        return who().map(who -> links(
                        entries(who, few(who) ? EnumSet.allOf(Group.class) : EnumSet.of(Group.START)), who, here(who)))
                .orElse(List.of());
    }

    /** The groups in which there is something for this person. */
    public List<Menu> getMenus() {
        return who().filter(who -> !few(who)).map(this::menus).orElse(List.of());
    }

    private List<Menu> menus(Who who) {
        Optional<String> here = here(who);
        return EnumSet.complementOf(EnumSet.of(Group.START)).stream()
                .map(group -> menu(
                        "nav.group." + group.name().toLowerCase(Locale.ROOT),
                        links(entries(who, EnumSet.of(group)), who, here)))
                .filter(menu -> !menu.links().isEmpty())
                .toList();
    }

    private boolean few(Who who) {
        return entries(who, EnumSet.allOf(Group.class)).size() <= FEW;
    }

    private List<NavEntry> entries(Who who, Set<Group> of) {
        return entries.stream()
                .filter(entry -> of.contains(entry.group()) && entry.shown().test(who.roles()))
                .toList();
    }

    private static Menu menu(String key, List<Link> links) {
        return new Menu(key, links.stream().anyMatch(Link::current), links);
    }

    /** The entry the present page belongs to: of all there are, the one whose address goes furthest along with it. */
    private Optional<String> here(Who who) {
        return entries(who, EnumSet.allOf(Group.class)).stream()
                .map(entry -> address(entry, who))
                .filter(address -> address.equals("/" + who.partnership())
                        ? path().equals(address)
                        : path().equals(address) || path().startsWith(address + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    private static List<Link> links(List<NavEntry> entries, Who who, Optional<String> here) {
        return entries.stream()
                .map(entry -> new Link(
                        entry.key(),
                        address(entry, who),
                        here.filter(address(entry, who)::equals).isPresent()))
                .toList();
    }

    private static String address(NavEntry entry, Who who) {
        return "/" + who.partnership() + entry.path();
    }

    /** Where this page lies, without what follows the question mark. */
    public String getAddress() {
        return path();
    }

    /** What this page is narrowed to, as its address has it, with the question mark; empty where it shows everything. */
    public String getFilters() {
        String query = UriComponentsBuilder.newInstance()
                .query(request().getQueryString())
                .replaceQueryParam("after")
                .replaceQueryParam("lang")
                .replaceQueryParam("minPosition")
                .replaceQueryParam("done")
                .build()
                .getQuery();
        return query == null || query.isEmpty() ? "" : "?" + query;
    }

    /** This very page in another language. */
    public String in(String language) {
        return UriComponentsBuilder.fromPath(path())
                .query(request().getQueryString())
                .replaceQueryParam("lang", language)
                .build()
                .toUriString();
    }

    /** Where help with this page stands. */
    public String getHelp() {
        return HelpPages.addressFor(path());
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
