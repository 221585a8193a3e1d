package org.patenbuch.access;

import java.util.List;

/** The lists of the desk, which share one line in {@code endpoints.txt}. */
public final class EntryLists {
    public static final List<String> DESK = List.of(
            "partners",
            "funds",
            "pledges",
            "contributions",
            "expenses",
            "sponsors",
            "households",
            "sponsorships",
            "hours",
            "meetings",
            "demands",
            "commitments",
            "recognitions");

    private EntryLists() {}
}
