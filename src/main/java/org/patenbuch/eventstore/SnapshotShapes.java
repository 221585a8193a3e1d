package org.patenbuch.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Which streams keep snapshots: those whose aggregate names a trigger for them. */
@Component
class SnapshotShapes {
    private final Map<String, Class<?>> byStreamType = new HashMap<>();

    SnapshotShapes(ListableBeanFactory beans) {
        for (String name : beans.getBeanNamesForAnnotation(Aggregate.class)) {
            Aggregate aggregate = beans.findAnnotationOnBean(name, Aggregate.class);
            if (aggregate != null && !aggregate.snapshotTriggerDefinition().isEmpty()) {
                byStreamType.put(aggregate.type(), beans.getType(name));
            }
        }
    }

    @Nullable
    Class<?> ofStreamType(String type) {
        return byStreamType.get(type);
    }

    static String shape(Class<?> state) {
        Revision revision = state.getAnnotation(Revision.class);
        return state.getSimpleName() + "/" + (revision == null ? "1" : revision.value());
    }
}
