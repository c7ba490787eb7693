package org.cairnml.linalg.backend;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This type computes with doubles, and the same in floats is wanted: at compile time {@code FloatX}
 * is written from the source of {@code X}, beside it in its package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FloatTwin {}
