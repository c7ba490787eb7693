/**
 * The backend on the JDK's Vector API, and the only package that may touch {@code jdk.incubator}.
 * Begin with {@link org.cairnml.linalg.simd.SimdBackend}; whether it can be used is said by {@link
 * org.cairnml.linalg.simd.SimdProvider}, which no vector class is loaded for.
 */
package org.cairnml.linalg.simd;
