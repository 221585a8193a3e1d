package org.patenbuch.eventstore;

/**
 * The name of a stream: {@code rosenstadt/fund/F-KOO}. Type and partnership are part of it, so two kinds of things may
 * bear the same id and nothing crosses partnerships.
 *
 * @param path {@code type/id}, as it stands in the journal
 */
public record StreamName(String partnership, String path) {
    public static String of(String partnership, String type, String id) {
        return partnership + "/" + type + "/" + id;
    }

    public static StreamName parse(String name) {
        int slash = name.indexOf('/');
        return new StreamName(name.substring(0, slash), name.substring(slash + 1));
    }

    /** The whole name, as Axon's aggregate identifier. */
    public String full() {
        return partnership + "/" + path;
    }

    public String type() {
        return path.substring(0, path.indexOf('/'));
    }

    public String id() {
        return path.substring(path.indexOf('/') + 1);
    }
}
