/**
 * Linear algebra in double precision. Begin with {@link org.cairnml.linalg.Matrix}, or {@link
 * org.cairnml.linalg.SparseMatrix} for what is mostly 0; {@link org.cairnml.linalg.Backends} says
 * what the arithmetic runs on.
 */
package org.cairnml.linalg;
