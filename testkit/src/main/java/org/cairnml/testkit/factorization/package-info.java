/**
 * What every factorization must do. Begin with {@link
 * org.cairnml.testkit.factorization.FactorizationContract}.
 */
package org.cairnml.testkit.factorization;
