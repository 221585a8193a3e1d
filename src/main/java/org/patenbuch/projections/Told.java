package org.patenbuch.projections;

/** What rebuild and self-check say on the terminal, in both languages: short enough to need no choice. */
final class Told {
    private Told() {}

    /** One line, written over again. */
    static void progress(Rebuild.Progress progress) {
        long percent = progress.target() == 0 ? 100 : 100 * progress.position() / progress.target();
        System.out.printf("\r%s: %d / %d (%d %%)", progress.view(), progress.position(), progress.target(), percent);
        if (progress.position() >= progress.target()) {
            System.out.println();
        }
    }

    static void result(Found found) {
        System.out.printf(
                "%s: %d Zeilen verglichen, %d abweichend / %2$d rows compared, %3$d different (Position %d)%n",
                found.name(), found.lookedAt(), found.different(), found.position());
        found.findings().forEach(finding -> System.out.println("  " + finding));
    }
}
