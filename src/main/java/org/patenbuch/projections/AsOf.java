package org.patenbuch.projections;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's method that can be asked about a moment of knowledge though it takes no {@link Asked}: it reads the
 * address itself, or only leads on to where the moment counts.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsOf {}
