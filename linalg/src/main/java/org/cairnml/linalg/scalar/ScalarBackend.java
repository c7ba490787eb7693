package org.cairnml.linalg.scalar;

import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;

/** Plain Java, for machines and programs without the vector module. */
public final class ScalarBackend extends ScalarKernels implements Backend {

  /** On these workers. */
  public ScalarBackend(Workers workers) {
    super(workers);
  }

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public String description() {
    return "plain Java, no flag needed";
  }

  @Override
  public Backend withWorkers(Workers workers) {
    return new ScalarBackend(workers);
  }

  @Override
  public FloatKernels floats() {
    return new FloatScalarKernels(workers());
  }
}
