package org.patenbuch.print;

/**
 * By what the state that a document shows is sealed, so that whoever holds it can check it years later.
 *
 * @param entry the number of the last entry up to that state
 * @param root of the tree of all entries up to it, base64
 * @param key by which the signatures of checkpoints are checked, as C2SP writes it
 */
public record Stamp(long entry, String root, String key) {
    /** Of answers that are files. */
    public static final String HEADER = "Ledger-Seal";

    /** For files with no place for a word about themselves; a dictionary as RFC 9651 writes it. */
    public String header() {
        return "entry=%d, root=:%s:, key=\"%s\"".formatted(entry, root, key);
    }

    /** What a file's name ends with, before its dot. */
    public String suffix() {
        return "-entry-" + entry;
    }
}
