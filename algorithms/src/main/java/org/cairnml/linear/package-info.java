/**
 * Linear models. {@link org.cairnml.linear.Ridge} is the simplest, a learner to read first: a
 * record of hyperparameters whose {@code fit} returns a {@link org.cairnml.linear.LinearModel}.
 */
package org.cairnml.linear;
