package org.patenbuch.forms;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a form record looks like to someone who fills it in; read once per class. */
record Shape<R>(Class<R> type, List<Part> parts, Set<String> names, Constructor<R> constructor) {
    private static final ClassValue<Shape<?>> KNOWN = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return inspect(type);
        }
    };

    @SuppressWarnings("unchecked")
    static <R> Shape<R> of(Class<R> type) {
        return (Shape<R>) KNOWN.get(type);
    }

    private static <R> Shape<R> inspect(Class<R> type) {
        var parts = new ArrayList<Part>();
        var names = new LinkedHashSet<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            refuseGetter(type, component.getName());
            parts.add(Part.of(component));
            names.add(component.getName());
        }
        Class<?>[] arguments = parts.stream().map(Part::type).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(arguments);
            constructor.setAccessible(true);
            return new Shape<>(type, List.copyOf(parts), names, constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bean Validation takes {@code isTo()} and the component {@code to} for one property, and fails on bad input only. */
    private static void refuseGetter(Class<?> type, String name) {
        String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("is" + end) || method.getName().equals("get" + end)) {
                throw new IllegalArgumentException(method + " would be taken for " + name + ": say it as Checked");
            }
        }
    }

    R make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
