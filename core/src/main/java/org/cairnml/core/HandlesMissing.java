package org.cairnml.core;

/**
 * Marks a learner that gives NaN, the missing value, a meaning of its own. A pipeline imputes
 * nothing for it.
 */
public interface HandlesMissing {}
