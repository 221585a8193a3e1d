package org.patenbuch.forms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component, or each item of the list, is the name of an entry ({@link EntryName}). Components called {@code id},
 * {@code …Id} or {@code …Ids} are so without saying.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface EntryId {}
