package org.patenbuch.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a pack has come to.
 *
 * @param origin whose journal it is; empty where even that cannot be read
 * @param size how many entries the checkpoint seals
 * @param key by which the signature was checked
 * @param withheld how many payloads are not in the pack
 * @param findings what is not as it was sealed; none is good
 * @param remarks what one has to know to judge a good result
 */
record Report(
        String origin,
        long size,
        String root,
        String key,
        long withheld,
        List<Finding> findings,
        List<Finding> remarks) {
    private static final int MOST_SHOWN = 50;

    boolean good() {
        return findings.isEmpty();
    }

    /** The first entry that is not as it was sealed; null where no single one can be named. */
    @Nullable
    Long firstBad() {
        return findings.stream()
                .map(Finding::entry)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
    }

    /** Gathers what is found: all that matters to the result, and no more than people read. */
    static final class Findings {
        private final List<Finding> all = new ArrayList<>();
        private final List<Finding> remarks = new ArrayList<>();

        /** Entries are checked in order, so the first ones are kept. */
        void add(Finding finding) {
            if (all.size() < MOST_SHOWN) {
                all.add(finding);
            }
        }

        void remark(Finding remark) {
            remarks.add(remark);
        }

        boolean none() {
            return all.isEmpty();
        }

        List<Finding> all() {
            return List.copyOf(all);
        }

        List<Finding> remarks() {
            return List.copyOf(remarks);
        }
    }
}
