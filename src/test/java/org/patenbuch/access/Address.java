package org.patenbuch.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patenbuch.kernel.Role;
import org.springframework.core.io.ClassPathResource;

/** One line of {@code endpoints.txt}: an address, and who gets in there. */
public record Address(String method, String path, String query, String who) {
    private static final Pattern LINE = Pattern.compile("(\\w+) (\\S+)(?: \\? (\\S+))? = (.*)");
    private static final Pattern VARIABLE = Pattern.compile("([^/]*)/\\{([^}]+)}");
    /** {@code {kind:hours|sponsorships}}: the first of them. */
    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:(\\w+)[^}]*}");

    private static final String LETTERS = "CFAPSM";
    /** Entries of {@link Walk}, by the word before them in an address. */
    private static final Map<String, String> ENTRIES = Map.ofEntries(
            Map.entry("partners", "OWN-P"),
            Map.entry("funds", "T-1"),
            Map.entry("pledges", "OWN-Z"),
            Map.entry("contributions", "OWN-B"),
            Map.entry("expenses", "OWN-A"),
            Map.entry("sponsors", "OWN-V"),
            Map.entry("households", "OWN-H"),
            Map.entry("sponsorships", "OWN-M"),
            Map.entry("hours", "OWN-S"),
            Map.entry("timesheets", "OWN-V"),
            Map.entry("meetings", "SI-1"),
            Map.entry("demands", "FO-1"),
            Map.entry("commitments", "ZU-1"),
            Map.entry("recognitions", "AN-1"),
            Map.entry("runs", "1"),
            Map.entry("impact", "OWN-P"),
            Map.entry("inclusion", "1"),
            Map.entry("proof", "1"));

    private static final List<String> NOT_YET = List.of("/verification", "/runs/", "/erasure-certificate");

    public static List<Address> all() {
        try {
            List<Address> all = new ArrayList<>();
            String text = new ClassPathResource("access/endpoints.txt").getContentAsString(StandardCharsets.UTF_8);
            text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> all.add(of(line)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Address of(String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) throw new IllegalArgumentException("endpoints.txt: " + line);
        String query = read.group(3) == null ? "" : read.group(3);
        return new Address(read.group(1), read.group(2), query, read.group(4).strip());
    }

    String name() {
        return method + " " + path;
    }

    boolean isOpen() {
        return who.equals("open");
    }

    boolean isForAll() {
        return who.equals("all");
    }

    public boolean isForPrograms() {
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator");
    }

    public boolean isOfPartnership() {
        return path.contains("{partnership");
    }

    public boolean allows(Role role) {
        return isOpen() || isForAll() || allowsOwn(role) || who.indexOf(LETTERS.charAt(role.ordinal())) >= 0;
    }

    /** Only what belongs to the partner or sponsor this person is. */
    boolean allowsOwn(Role role) {
        return !isForAll() && !isOpen() && who.indexOf(Character.toLowerCase(LETTERS.charAt(role.ordinal()))) >= 0;
    }

    /** Names one entry of {@link Walk}. */
    boolean namesKnownEntry() {
        return VARIABLE.matcher(CHOICE.matcher(path)
                        .replaceAll("$1")
                        .replace("{kind}", "sponsors")
                        .replace("{list:[a-z-]+}", "sponsorships"))
                .results()
                .anyMatch(found -> ENTRIES.containsKey(found.group(1)));
    }

    /** Or what is not there yet. */
    boolean namesUnknownEntry() {
        return filled("p").contains("NO-SUCH")
                || query.equals("position=0")
                || NOT_YET.stream().anyMatch(path::contains);
    }

    String filled(String partnership) {
        String path = CHOICE.matcher(this.path)
                .replaceAll("$1")
                .replaceAll("\\{partnership(:[^}]*)?}", partnership)
                .replace("{list:[a-z-]+}", "sponsorships")
                .replace("{action}", "end")
                .replace("{month}", "2013-05")
                .replace("enter/{kind}", "enter/contribution")
                .replace("{kind}", "sponsors");
        return VARIABLE.matcher(path)
                .replaceAll(found -> found.group(1) + "/" + ENTRIES.getOrDefault(found.group(1), "NO-SUCH"));
    }
}
