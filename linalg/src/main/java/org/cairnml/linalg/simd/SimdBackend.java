package org.cairnml.linalg.simd;

import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;

/** The Vector API backend. */
public final class SimdBackend extends SimdKernels implements Backend {

  /** On these workers. */
  public SimdBackend(Workers workers) {
    super(workers);
  }

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public String description() {
    return "JDK Vector API, vectors of " + Lanes.WIDE.vectorBitSize() + " bits";
  }

  @Override
  public Backend withWorkers(Workers workers) {
    return new SimdBackend(workers);
  }

  @Override
  public FloatKernels floats() {
    return new FloatSimdKernels(workers());
  }
}
