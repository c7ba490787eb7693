package org.cairnml.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a hyperparameter: a component of a learner record. The description and the range are
 * what {@code cairn models} prints; the {@code with} methods and the range check are written from
 * them at compile time into the interface {@code <Record>Params} that the record implements.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {

  /** One line that says what it does. */
  String value();

  /** The allowed values as an interval, such as {@code [0, inf)} or {@code (0, 1]}. */
  String range() default "";
}
