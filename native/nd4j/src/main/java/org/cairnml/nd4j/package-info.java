/**
 * ND4J beside Cairn: its arrays as matrices and back, and a backend for {@code cairn.backend=nd4j}.
 * Begin with {@link org.cairnml.nd4j.NDArrays}.
 *
 * <p>ND4J and {@code cairn-openblas} share one OpenBLAS in a process. When ND4J starts, which the
 * first conversion makes it do, it lets every call of OpenBLAS use all processors, unless the
 * environment variable {@code ND4J_SKIP_BLAS_THREADS} is set. The backend here sets that to one
 * thread again, as Cairn's own threads share the work; a program that converts arrays and computes
 * on {@code openblas} sets the variable.
 */
package org.cairnml.nd4j;
