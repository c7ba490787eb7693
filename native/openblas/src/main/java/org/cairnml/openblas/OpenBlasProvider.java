package org.cairnml.openblas;

import java.util.Optional;
import org.bytedeco.openblas.global.openblas;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.BackendProvider;

/** Loads OpenBLAS when first asked whether it can be used. */
public final class OpenBlasProvider implements BackendProvider {

  /** For the service loader. */
  public OpenBlasProvider() {}

  @Override
  public String name() {
    return "openblas";
  }

  @Override
  public int priority() {
    return NATIVE;
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.ofNullable(Library.OBSTACLE);
  }

  @Override
  public Backend create(Backend small) {
    return new OpenBlasBackend(small);
  }

  private static final class Library {
    static final String OBSTACLE = load();

    /** Also sets one thread per call: Cairn's own workers share the work. */
    private static String load() {
      try {
        openblas.blas_set_num_threads(1);
        return null;
      } catch (LinkageError e) {
        return "the native library did not load (%s); add org.bytedeco:openblas and org.bytedeco:javacpp with the classifier of this platform, and see that the folder in the system property org.bytedeco.javacpp.cachedir (by default ~/.javacpp/cache) can be written"
            .formatted(e.getMessage());
      }
    }
  }
}
