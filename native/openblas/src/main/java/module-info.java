/** The backend on OpenBLAS, found by the service loader; nobody compiles against it. */
module org.cairnml.openblas {
  requires org.cairnml.linalg;
  requires org.bytedeco.javacpp;
  requires org.bytedeco.openblas;

  provides org.cairnml.linalg.backend.BackendProvider with
      org.cairnml.openblas.OpenBlasProvider;
}
