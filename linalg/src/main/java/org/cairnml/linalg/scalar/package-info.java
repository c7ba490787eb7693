/**
 * The backend in plain Java, and what it shares with the one on vectors. Begin with {@link
 * org.cairnml.linalg.scalar.ScalarBackend}.
 */
package org.cairnml.linalg.scalar;
