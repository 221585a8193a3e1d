package org.patenbuch.intake;

/** Is told how far an import has come. */
public interface ImportProgress {
    /** For those who wait for the end only. */
    ImportProgress SILENT = new ImportProgress() {};

    default void checked(long rows, long of) {}

    default void written(long rows, long of) {}
}
