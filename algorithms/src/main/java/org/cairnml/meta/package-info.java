/**
 * Learners around learners: calibrated probabilities, decisions by threshold or cost, and conformal
 * intervals and sets. Read {@link org.cairnml.meta.CalibratedClassifier} first.
 */
package org.cairnml.meta;
