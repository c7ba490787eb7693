/**
 * Minimization of smooth functions. Begin with {@link org.cairnml.optimize.LBFGS}; a function is an
 * {@link org.cairnml.optimize.Objective}.
 */
package org.cairnml.optimize;
