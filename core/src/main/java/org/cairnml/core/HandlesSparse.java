package org.cairnml.core;

/**
 * Says of a learner that it fits sparse features without making them dense: it reads {@link
 * Dataset#sparse()} where {@link Dataset#isSparse()}. Every other learner reads {@link
 * Dataset#x()}, which refuses sparse features and says what to do.
 */
public interface HandlesSparse {}
