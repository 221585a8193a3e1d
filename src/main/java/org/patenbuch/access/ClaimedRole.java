package org.patenbuch.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patenbuch.kernel.Role;

/**
 * One value of the claim by which an issuer says what a person is: {@code rosenstadt:coordinator}, or with whom a
 * partner speaks for or which sponsor it is {@code rosenstadt:sponsor:V-01}. Whatever else stands in the claim is not
 * about us.
 *
 * @param of the partner or sponsor; null where the role has none, or the issuer does not say
 */
record ClaimedRole(String partnership, Role role, @Nullable String of) {
    /** Keycloak writes its groups as paths, with a slash before. */
    private static final Pattern VALUE =
            Pattern.compile("/?([a-z0-9][a-z0-9-]{0,63}):([A-Za-z]{1,20})(?::([A-Za-z0-9._-]{1,64}))?");

    /** @param path of the claim; a dot leads into a claim: {@code realm_access.roles} */
    static Set<ClaimedRole> in(Map<String, Object> claims, String path) {
        Set<ClaimedRole> found = values(claims, path)
                .flatMap(value -> read(value).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return found.stream().filter(one -> one.isClear(found)).collect(Collectors.toUnmodifiableSet());
    }

    boolean isWhole() {
        return of != null || !needsOf(role);
    }

    Membership membership(String userId) {
        return new Membership(
                userId, partnership, role, role == Role.PARTNER ? of : null, role == Role.SPONSOR ? of : null);
    }

    /** Of two partners or two sponsors that one person is said to be, neither counts. */
    private boolean isClear(Set<ClaimedRole> all) {
        return all.stream()
                        .filter(other -> other.partnership.equals(partnership) && other.role == role)
                        .count()
                == 1;
    }

    private static Optional<ClaimedRole> read(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) return Optional.empty();
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(parts.group(2).toUpperCase(Locale.ROOT)))
                .filter(role -> parts.group(3) == null || needsOf(role))
                .findFirst()
                .map(role -> new ClaimedRole(parts.group(1), role, parts.group(3)));
    }

    private static boolean needsOf(Role role) {
        return role == Role.PARTNER || role == Role.SPONSOR;
    }

    private static Stream<String> values(Map<String, Object> claims, String path) {
        Object found = claims.get(path);
        if (found == null && path.contains(".")) {
            found = claims;
            for (String step : path.split("\\.")) found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        if (found instanceof Collection<?> many) return many.stream().map(String::valueOf);
        return found instanceof String one ? List.of(one.split("[\\s,]+")).stream() : Stream.empty();
    }
}
