/**
 * Dense linear algebra in double precision. Begin with {@link org.cairnml.linalg.Matrix}; {@link
 * org.cairnml.linalg.Backends} says what the arithmetic runs on.
 */
package org.cairnml.linalg;
