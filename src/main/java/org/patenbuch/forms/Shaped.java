package org.patenbuch.forms;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's parameter filled by the {@link Binder}. A record is read from a JSON body, and whatever is wrong
 * becomes a problem answer before the method is called; a {@link Bound} of a record is read from the fields of an HTML form,
 * and the method decides what to show.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shaped {}
