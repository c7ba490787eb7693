package org.cairnml.core;

/**
 * Marks a learner that takes category columns as they are: indices of levels, without order (see
 * {@link Feature}). A pipeline does not encode them for it. All other learners see only numbers.
 */
public interface HandlesCategories {}
