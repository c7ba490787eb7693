package org.cairnml.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record of hyperparameters that several learners share. Where a learner has a component of
 * such a type, the components of the group, each annotated {@link Param}, count as its own: it has
 * their accessors and {@code with} methods, and programs find them among its hyperparameters at the
 * place of the group. Groups may hold groups.
 *
 * <p>The group checks its ranges itself, by the {@code check} of its own {@code <Group>Params}. A
 * learner needs a hyperparameter beside its groups.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ParamGroup {}
