/**
 * OpenBLAS through JavaCPP. Begin with {@link org.cairnml.openblas.OpenBlasBackend}.
 *
 * <p>JavaCPP unpacks the library to a cache folder, {@code .javacpp/cache} in the home folder
 * unless the system property {@code org.bytedeco.javacpp.cachedir} names another. A thread of
 * JavaCPP holds on to the class loader that first used it; where class loaders come and go, as in
 * an application server, start Java with {@code -Dorg.bytedeco.javacpp.noPointerGC=true}.
 */
package org.cairnml.openblas;
