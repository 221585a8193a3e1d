package org.patenbuch.evidence;

import java.io.IOException;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Goes through journal and events once, entry by entry: numbers, streams, hashes, the tree, the figures. */
final class JournalCheck {
    private static final int TELL_EVERY = 1 << 12;
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NO = LineReader.literal("{\"no\":");
    private static final byte[] NO_PAYLOAD = LineReader.literal(",\"payload\":null");
    private static final byte[] PAYLOAD = LineReader.literal(",\"payload\":\"");
    private static final byte[] NO_META = LineReader.literal(",\"meta\":null");
    private static final byte[] META = LineReader.literal(",\"meta\":\"");
    private static final byte[] END = LineReader.literal("}");

    private final PackFile pack;
    private final Report.Findings findings;
    private final Known known;
    private final boolean selective;
    private final Map<String, Figures> byType = new HashMap<>();
    private final Map<String, Long> streams = new HashMap<>();
    private final Set<String> unknownTypes = new TreeSet<>();
    private final Set<Figures> incomplete = new HashSet<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final Tree tree = new Tree();
    private long withheld;

    /** @param selective whether payloads may be missing because they are withheld */
    JournalCheck(PackFile pack, Report.Findings findings, Known known, boolean selective, List<Figures> figures) {
        this.pack = pack;
        this.findings = findings;
        this.known = known;
        this.selective = selective;
        figures.forEach(one -> one.types().forEach(type -> byType.put(type, one)));
    }

    void run(LongConsumer progress) throws IOException {
        try (var journalFile = new DigestInputStream(pack.stream(PackFile.JOURNAL), Sha256.digest());
                var eventsFile = new DigestInputStream(pack.stream(PackFile.EVENTS), Sha256.digest())) {
            Lines journal = new Lines(journalFile);
            Lines events = new Lines(eventsFile);
            byte[] line = next(journal);
            while (line != null) {
                check(line, next(events));
                if (tree.size() % TELL_EVERY == 0) {
                    progress.accept(tree.size());
                }
                line = next(journal);
            }
            if (next(events) != null) {
                findings.add(Finding.at(tree.size() + 1, "event.without-entry"));
            }
            journalFile.transferTo(java.io.OutputStream.nullOutputStream());
            eventsFile.transferTo(java.io.OutputStream.nullOutputStream());
            hashes.put(PackFile.JOURNAL, hex(journalFile));
            hashes.put(PackFile.EVENTS, hex(eventsFile));
        }
        progress.accept(tree.size());
    }

    private byte @Nullable [] next(Lines lines) throws IOException {
        try {
            return lines.next();
        } catch (Malformed tooLong) {
            findings.add(Finding.at(tree.size() + 1, "entry.malformed"));
            return null;
        }
    }

    private static String hex(DigestInputStream stream) {
        return HexFormat.of().formatHex(stream.getMessageDigest().digest());
    }

    private void check(byte[] line, byte @Nullable [] event) {
        tree.append(Sha256.leaf(line));
        long no = tree.size();
        try {
            EntryLine entry = EntryLine.parse(line);
            if (entry.no() != no) {
                findings.add(Finding.at(no, "entry.number", Long.toString(entry.no())));
            }
            stream(entry, no);
            if (event == null) {
                findings.add(Finding.at(no, "event.missing"));
            } else {
                content(entry, no, new LineReader(event));
            }
        } catch (Malformed malformed) {
            findings.add(Finding.at(no, "entry.malformed"));
        }
        known.compare(tree);
    }

    /** Nothing is missing from a stream: 0, 1, 2 … */
    private void stream(EntryLine entry, long no) {
        Long before = streams.put(entry.stream(), entry.seq());
        long expected = before == null ? 0 : before + 1;
        if (entry.seq() != expected) {
            findings.add(Finding.at(no, "stream.gap", entry.stream(), Long.toString(expected)));
        }
    }

    private void content(EntryLine entry, long no, LineReader event) {
        try {
            if (event.number(NO) != no) {
                findings.add(Finding.at(no, "event.number"));
            }
            byte[] payload = event.skips(NO_PAYLOAD) ? null : event.bytes(PAYLOAD);
            byte[] meta = event.skips(NO_META) ? null : event.bytes(META);
            event.end(END);
            if (payload == null) {
                withheld++;
            }
            if (!selective && (payload == null || meta == null)) {
                findings.add(Finding.at(no, "payload.missing"));
            }
            hash(payload, entry.payload(), no, "payload.changed");
            hash(meta, entry.meta(), no, "meta.changed");
            figures(entry.type(), payload, no);
        } catch (Malformed malformed) {
            findings.add(Finding.at(no, "event.malformed"));
        }
    }

    private void hash(byte @Nullable [] content, String sealed, long no, String code) {
        if (content != null && !Sha256.hex(content).equals(sealed)) {
            findings.add(Finding.at(no, code));
        }
    }

    private void figures(String type, byte @Nullable [] payload, long no) {
        Figures figures = byType.get(type);
        if (figures == null) {
            if (!EventTypes.STILL.contains(type)) {
                unknownTypes.add(type);
            }
        } else if (payload == null) {
            incomplete.add(figures);
        } else if (isComplete(figures) && findings.none()) { // of what was changed no figure can be right
            try {
                figures.hear(type, JSON.readTree(payload));
            } catch (JacksonException
                    | IllegalArgumentException
                    | NullPointerException
                    | IndexOutOfBoundsException odd) {
                findings.add(Finding.at(no, "figures.odd", type));
            }
        }
    }

    long entries() {
        return tree.size();
    }

    long withheld() {
        return withheld;
    }

    /** Types of events that this program does not know. */
    Set<String> unknownTypes() {
        return unknownTypes;
    }

    /** Whether every event that moves these figures was there to be added up. */
    boolean isComplete(Figures figures) {
        return !incomplete.contains(figures);
    }

    /** The hashes of the files that were read. */
    Map<String, String> hashes() {
        return hashes;
    }
}
