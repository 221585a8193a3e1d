package org.patenbuch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patenbuch.Caller;
import org.patenbuch.LedgerTest;
import org.patenbuch.erasure.ErasureCommand.ErasePerson;
import org.patenbuch.erasure.ErasureEvent.Cause;
import org.patenbuch.erasure.PersonKind;
import org.patenbuch.kernel.Role;
import org.patenbuch.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks every address that is read, of {@code src/test/resources/access/endpoints.txt}; whatever answers with a document
 * says up to which entry the journal went, the root over these entries and the key, or is one of those below. The root
 * is added up anew from the pack.
 */
class EveryExportIsSealedTest extends LedgerTest {
    /** What leaves as a file and shows no state of the journal, below the partnership, and why. */
    private static final Map<String, String> NO_DOCUMENT = Map.of(
            "evidence/.*", "is the proof itself",
            "files/[^/]*", "a voucher as it was handed in, byte for byte",
            "imports/tables/.*", "an empty table to fill in",
            "my-hours/worker.js", "a part of a page");
    /** What is not there in this partnership. */
    private static final String NOT_THERE = "imports/runs/.*|evidence/(stamped|verification).*";

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([\\w-]+(?:\\|[\\w-]+)*)}");
    private static final Pattern FILE = Pattern.compile(".*\\.[a-z]{2,9}");
    private static final Pattern HEADER = Pattern.compile("entry=(\\d+), root=:(\\S{44}):, key=\"(\\S+)\"");
    /** Without spaces, for paper breaks its lines where they are full. */
    private static final Pattern PRINTED = Pattern.compile("(?:Journaluptoentry|JournalbisEintrag)(\\d+)\\."
            + "[^:]*:(\\S{44})\\.[^:]*:(patenbuch/[^+]+\\+[0-9a-f]{8}\\+\\S{44})");

    private static final Pattern CELLS =
            Pattern.compile("<t xml:space=\"preserve\">([^<]*)</t></is></c></row>", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final Map<Role, Caller> programs = new EnumMap<>(Role.class);
    private final Map<Role, Site> people = new EnumMap<>(Role.class);
    private final Map<String, String> wrong = new TreeMap<>();
    private final Set<String> exempt = new TreeSet<>();
    private final Set<String> documents = new TreeSet<>();
    private List<byte[]> leaves;
    private String key;

    @BeforeEach
    void somethingOfEverything() throws IOException {
        programs.putAll(Walk.everyRole(port, partnership, jdbc));
        programs.forEach((role, caller) -> people.put(role, caller.atThePages(port)));
        Walk.fill(programs.get(Role.FINANCE), programs.get(Role.COORDINATOR));
        byte[] voucher = "%PDF-1.7 a voucher".getBytes(StandardCharsets.US_ASCII);
        programs.get(Role.FINANCE).upload("expenses/OWN-A/files?id=D-1", voucher, "a.pdf");
        sent(Role.FINANCE, "reports", "{'id':'R-1','name':'2013','from':'2013-01-01','to':'2013-12-31'}");
        sent(Role.COORDINATOR, "sponsors/FAR-V/departure", "{'on':'2013-06-01','reason':'moves'}");
        long last = send(new ErasePerson(
                        partnership, "E-1", PersonKind.SPONSOR, "FAR-V", Cause.REQUESTED, LocalDate.of(2034, 1, 1)))
                .position();
        Caller auditor = programs.get(Role.AUDITOR);
        await().until(() -> auditor.text("funding?minPosition=" + last).statusCode() == 200
                && auditor.text("engagement?minPosition=" + last).statusCode() == 200);
        leaves = leaves(auditor.bytes("evidence/pack").body());
        key = auditor.text("evidence/key").body().strip();
    }

    private void sent(Role role, String path, String body) {
        assertThat(programs.get(role).post(path, body).status()).as(path).isEqualTo(201);
    }

    @Test
    void every_exported_document_names_its_entry_the_root_over_all_up_to_it_and_the_key() {
        for (Address address : Address.all()) {
            if (!address.method().equals("GET") || !address.isOfPartnership()) continue;
            for (String path : paths(address)) look(address, path);
        }

        System.out.println("exported documents: " + documents + ", exempt: " + exempt);
        assertThat(wrong).isEmpty();
        assertThat(NO_DOCUMENT.keySet())
                .as("exempt, but no such file is given")
                .allMatch(pattern -> exempt.stream().anyMatch(path -> path.matches(pattern)));
        assertThat(documents).hasSizeGreaterThan(12);
    }

    private void look(Address address, String path) {
        HttpResponse<byte[]> answer = ask(address, path);
        String below = path.replaceAll("^(/api/v1)?/" + partnership + "/?", "").replaceAll("\\?.*", "");
        if (answer.statusCode() == 404 && FILE.matcher(below).matches() && !below.matches(NOT_THERE)) {
            wrong.put(path, "not reached");
        }
        if (answer.statusCode() != 200 || !isFile(answer, below)) return;
        if (NO_DOCUMENT.keySet().stream().anyMatch(below::matches)) {
            exempt.add(below);
            return;
        }
        documents.add(below);
        String complaint = complaint(answer);
        if (complaint != null) wrong.put(path, complaint);
    }

    private static boolean isFile(HttpResponse<byte[]> answer, String path) {
        String type = header(answer, "Content-Type");
        return !header(answer, "Content-Disposition").isEmpty()
                || FILE.matcher(path).matches()
                || !type.startsWith("text/html") && !type.contains("json");
    }

    private String complaint(HttpResponse<byte[]> answer) {
        MatchResult stamp = stamp(answer);
        if (stamp == null) return "no stamp";
        int entry = Integer.parseInt(stamp.group(1));
        if (entry < 1 || entry > leaves.size()) return "there is no entry " + entry;
        if (!stamp.group(2).equals(Base64.getEncoder().encodeToString(root(leaves.subList(0, entry))))) {
            return "another root than that of the first " + entry;
        }
        return stamp.group(3).equals(key) ? null : "another key: " + stamp.group(3);
    }

    /** On paper in its words, in a workbook on its last sheet, in a text as a comment, else beside it. */
    private static MatchResult stamp(HttpResponse<byte[]> answer) {
        String type = header(answer, "Content-Type");
        try {
            if (type.startsWith("application/pdf")) {
                try (PDDocument pdf = Loader.loadPDF(answer.body())) {
                    return printed(new PDFTextStripper().getText(pdf));
                }
            }
            if (type.contains("spreadsheet")) {
                Matcher cells = CELLS.matcher(part(answer.body(), "xl/worksheets/sheet2.xml"));
                String said = "entry=%s, root=:%s:, key=\"%s\"";
                List<String> values = cells.results().map(one -> one.group(1)).toList();
                return values.size() < 3 ? null : found(HEADER, said.formatted(values.toArray()));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        if (type.startsWith("text/plain")) {
            return printed(new String(answer.body(), StandardCharsets.UTF_8));
        }
        MatchResult stamp = found(HEADER, header(answer, "Ledger-Seal"));
        boolean named = stamp != null
                && header(answer, "Content-Disposition").matches(".*-entry-" + stamp.group(1) + "\\.[a-z]+\"");
        return named ? stamp : null;
    }

    private static MatchResult printed(String text) {
        return found(PRINTED, text.replaceAll("\\s", ""));
    }

    private static MatchResult found(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElse(null);
    }

    /** All an address stands for: each of its endings, and of a list for programs as well. */
    private List<String> paths(Address address) {
        String last = address.path().substring(address.path().lastIndexOf('/'));
        Matcher choice = CHOICE.matcher(last);
        Stream<String> ways = choice.find() && last.contains(".")
                ? Stream.of(choice.group(1).split("\\|"))
                        .map(one -> address.path().replace(choice.group(), one))
                : Stream.of(address.path());
        return ways.map(path -> filled(new Address("GET", path, address.query(), address.who())))
                .flatMap(path -> path.endsWith(".csv") ? Stream.of(path, path + "?form=machine") : Stream.of(path))
                .toList();
    }

    private String filled(Address address) {
        String path = address.filled(partnership)
                .replace("/reports/NO-SUCH", "/reports/R-1")
                .replace("OWN-V/erasure-certificate", "FAR-V/erasure-certificate")
                .replace("/files/NO-SUCH", "/files/D-1")
                .replace("/tables/NO-SUCH", "/tables/stunden");
        return address.query().isEmpty() ? path : path + "?" + address.query();
    }

    private HttpResponse<byte[]> ask(Address address, String path) {
        Role asker =
                Stream.of(Role.values()).filter(address::allows).findFirst().orElseThrow();
        String api = "/api/v1/" + partnership + "/";
        return path.startsWith(api)
                ? programs.get(asker).bytes(path.substring(api.length()))
                : people.get(asker).bytes(path);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<byte[]> leaves(byte[] pack) throws IOException {
        return part(pack, "journal.ndjson")
                .lines()
                .map(line -> hash(0, line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String part(byte[] zip, String name) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals(name)) return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** RFC 6962 section 2.1. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) return leaves.getFirst();
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static byte[] hash(int kind, byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) kind);
            for (byte[] part : parts) sha256.update(part);
            return sha256.digest();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
