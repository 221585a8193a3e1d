package org.patenbuch.forms;

import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form record: what it is called and how it is read.
 *
 * @param type the Java class; for a list, of the list
 * @param item how each item of a list is read, else null
 * @param maxCharacters the limit of a text
 */
record Part(
        String name,
        Reads reads,
        Class<?> type,
        boolean optional,
        int maxCharacters,
        @Nullable Part item) {
    /** Every way a component can be read. */
    enum Reads {
        TEXT,
        NAME,
        CENTS,
        MINUTES,
        NUMBER,
        YES_NO,
        DAY,
        CHOICE,
        LIST,
        RECORD
    }

    static Part of(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        boolean optional = type.isAnnotationPresent(Nullable.class);
        Size size = declaredSize(component);
        boolean entry = component.isAnnotationPresent(EntryId.class);
        return of(component.getName(), type, optional, entry, longest(size));
    }

    /** A size that names only the least leaves the most as it is. */
    private static int longest(@Nullable Size size) {
        return size == null || size.max() == Integer.MAX_VALUE ? PlainText.MAX_CHARACTERS : size.max();
    }

    private static Part of(String name, AnnotatedType annotated, boolean optional, boolean entry, int max) {
        Class<?> type = raw(annotated.getType());
        if (type == List.class) {
            AnnotatedType element = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            Size size = element.getAnnotation(Size.class);
            Part item = of(name, element, false, entry, longest(size));
            return new Part(name, Reads.LIST, type, optional, max, item);
        }
        return new Part(name, reads(name, type, entry), type, optional, max, null);
    }

    private static Reads reads(String name, Class<?> type, boolean entry) {
        if (type == String.class) {
            boolean names = entry || name.equals("id") || name.endsWith("Id") || name.endsWith("Ids");
            return names ? Reads.NAME : Reads.TEXT;
        } else if (type == long.class || type == Long.class) {
            return name.endsWith("Cents") ? Reads.CENTS : Reads.NUMBER;
        } else if (type == int.class || type == Integer.class) {
            return name.equals("minutes") || name.endsWith("Minutes") ? Reads.MINUTES : Reads.NUMBER;
        } else if (type == boolean.class || type == Boolean.class) {
            return Reads.YES_NO;
        } else if (type == LocalDate.class) {
            return Reads.DAY;
        } else if (type.isEnum()) {
            return Reads.CHOICE;
        } else if (type.isRecord()) {
            return Reads.RECORD;
        }
        throw new IllegalArgumentException("A form cannot hold " + type + " " + name);
    }

    /** Record components do not keep annotations meant for fields, their fields do. */
    private static @Nullable Size declaredSize(RecordComponent component) {
        try {
            AnnotatedElement field = component.getDeclaringRecord().getDeclaredField(component.getName());
            return field.getAnnotation(Size.class);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    boolean narrow() {
        return type == int.class || type == Integer.class;
    }

    List<String> choices() {
        return List.of(type.getEnumConstants()).stream()
                .map(choice -> ((Enum<?>) choice).name())
                .toList();
    }
}
