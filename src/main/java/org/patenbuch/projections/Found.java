package org.patenbuch.projections;

import java.util.List;

/**
 * What looking through a view, or making a check, has found.
 *
 * @param lookedAt how many rows were compared
 * @param different how many of them are missing, too many or changed; 0 is as it should be
 * @param findings the first of them for people, each with table, partnership and id; nothing personal
 */
public record Found(String name, long position, long lookedAt, long different, List<String> findings) {
    public boolean good() {
        return different == 0;
    }
}
