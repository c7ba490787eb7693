package org.cairnml.core;

/**
 * One hyperparameter of a learner.
 *
 * @param name the name of the record component
 * @param type its type, for a person to read: {@code int}, {@code double}, {@code one of [...]}
 * @param value its value
 * @param doc one line that says what it does
 * @param range the allowed interval, or empty
 */
public record Hyperparameter(String name, String type, Object value, String doc, String range) {}
