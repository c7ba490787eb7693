/** Matrices, factorizations, the backends they run on, and smooth optimization. */
module org.cairnml.linalg {
  requires transitive org.cairnml.base;
  requires static jdk.incubator.vector;

  exports org.cairnml.linalg;
  exports org.cairnml.linalg.backend;
  exports org.cairnml.optimize;

  uses org.cairnml.linalg.backend.BackendProvider;

  provides org.cairnml.linalg.backend.BackendProvider with
      org.cairnml.linalg.simd.SimdProvider;
}
