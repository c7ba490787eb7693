package org.cairnml.linalg.simd;

import java.util.Optional;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.BackendProvider;

/** Says whether the Vector API is here, without touching it. */
public final class SimdProvider implements BackendProvider {

  private static final String MODULE = "jdk.incubator.vector";

  /** For the service loader. */
  public SimdProvider() {}

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public int priority() {
    return 10;
  }

  @Override
  public Optional<String> obstacle() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.of(
          "the module " + MODULE + " is not loaded; start Java with --add-modules " + MODULE);
    }
    return Optional.ofNullable(Holder.OBSTACLE);
  }

  @Override
  public Backend create(Backend small) {
    return new SimdBackend(small.workers());
  }

  /** Loaded only once the module is known to be there. */
  private static final class Holder {
    static final String OBSTACLE = Lanes.obstacle();
  }
}
