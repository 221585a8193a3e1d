package org.patenbuch.intake;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody has said on screen, today or before, about the tables of one import; never changed, only said anew. */
record Said(Map<String, Table> tables) {
    static final Said NOTHING = new Said(Map.of());

    /**
     * @param mapping null for a table that is left out
     * @param remembered under which this was found or kept; null for this once only
     */
    record Table(@Nullable ColumnMapping mapping, ColumnMappings.@Nullable Remembered remembered) {}

    Said {
        tables = Map.copyOf(tables);
    }

    Said with(String name, Table table) {
        var more = new HashMap<>(tables);
        more.put(name, table);
        return new Said(more);
    }

    @Nullable
    Table of(String name) {
        return tables.get(name);
    }

    @Nullable
    ColumnMapping mapping(String name) {
        Table table = tables.get(name);
        return table == null ? null : table.mapping();
    }

    boolean leavesOut(String name) {
        Table table = tables.get(name);
        return table != null && table.mapping() == null;
    }
}
