package org.patenbuch.eventstore;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Metadata as stored, understood when it is first asked for: aggregates and views mostly do not ask. */
final class LateMetadata extends AbstractMap<String, String> {
    private final EventCodec codec;
    private final byte[] stored;
    private Map<String, String> read;

    LateMetadata(EventCodec codec, byte[] stored) {
        this.codec = codec;
        this.stored = stored;
    }

    private Map<String, String> read() {
        if (read == null) {
            read = codec.readMetadata(stored);
        }
        return read;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return read().entrySet();
    }

    @Override
    public String get(Object key) {
        return read().get(key);
    }
}
