package org.patenbuch.terminal;

import java.util.concurrent.Callable;

/** A command of the command line: a Spring component annotated for picocli that answers with its exit code. */
public interface SubCommand extends Callable<Integer> {
    /** The word it stands below, {@code export} for {@code export journal}; empty where it stands by itself. */
    default String below() {
        return "";
    }
}
