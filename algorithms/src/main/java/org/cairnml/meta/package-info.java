/**
 * Learners around learners: calibrated probabilities and conformal intervals. Read {@link
 * org.cairnml.meta.CalibratedClassifier} first.
 */
package org.cairnml.meta;
