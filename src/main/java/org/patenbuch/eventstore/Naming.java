package org.patenbuch.eventstore;

/** What the command at work is called and what it said; kept beside its events. */
record Naming(String partnership, String kind, String id, byte[] fingerprint, String stream) {
    /** Where the unit of work keeps the naming of the command it handles. */
    static final String RESOURCE = Naming.class.getName();

    /** Where the unit of work keeps the position of the last event it stored. */
    static final String POSITION = RESOURCE + ".position";

    @Override
    public String toString() {
        return partnership + "/" + kind + "/" + id;
    }
}
