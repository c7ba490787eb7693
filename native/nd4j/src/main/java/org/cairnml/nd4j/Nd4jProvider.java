package org.cairnml.nd4j;

import java.util.Optional;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.BackendProvider;
import org.nd4j.linalg.factory.Nd4j;

/** Starts ND4J when first asked whether it can be used. */
public final class Nd4jProvider implements BackendProvider {

  static final String NAME = "nd4j";

  /** For the service loader. */
  public Nd4jProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int priority() {
    return NATIVE;
  }

  @Override
  public Optional<String> onRequest() {
    return Optional.of(
        "it starts in seconds, a call takes tens of microseconds more, and multiplies on the OpenBLAS that cairn-openblas calls directly");
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.ofNullable(Library.OBSTACLE);
  }

  @Override
  public Backend create(Backend small) {
    return new Nd4jBackend(small);
  }

  private static final class Library {
    static final String OBSTACLE = load();

    /** Also sets one thread per product: Cairn's own workers share the work. */
    private static String load() {
      try {
        Nd4j.factory().blas().setMaxThreads(1);
        return null;
      } catch (LinkageError e) {
        return "ND4J did not start (%s); add org.nd4j:nd4j-native, org.bytedeco:openblas and org.bytedeco:javacpp with the classifier of this platform, and see that the folder in the system property org.bytedeco.javacpp.cachedir (by default ~/.javacpp/cache) can be written and has 500 MB free"
            .formatted(root(e));
      }
    }

    private static Throwable root(Throwable error) {
      Throwable root = error;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root;
    }
  }
}
