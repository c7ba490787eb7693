/**
 * OpenBLAS through JavaCPP. Begin with {@link org.cairnml.openblas.OpenBlasBackend}.
 *
 * <p>JavaCPP unpacks the library to a cache folder, {@code .javacpp/cache} in the home folder
 * unless the system property {@code org.bytedeco.javacpp.cachedir} names another.
 */
package org.cairnml.openblas;
