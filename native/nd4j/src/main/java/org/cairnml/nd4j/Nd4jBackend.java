package org.cairnml.nd4j;

import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Operation;
import org.nd4j.linalg.api.buffer.DataType;

/** Large products on ND4J, all else on the backend that it holds. */
final class Nd4jBackend extends Nd4jKernels implements Backend {

  /**
   * Multiplications from which on a product on ND4J, with the copies out of the heap and back,
   * beats plain Java; see docs/decisions/0016.
   */
  private static final long PAYS = 96L * 96 * 96;

  private final Backend small;
  private final long pays;

  Nd4jBackend(Backend small) {
    this(small, PAYS);
  }

  /** With another threshold than the measured one. */
  Nd4jBackend(Backend small, long pays) {
    super(small, DataType.DOUBLE, pays);
    this.small = small;
    this.pays = pays;
  }

  @Override
  public String name() {
    return Nd4jProvider.NAME;
  }

  @Override
  public String description() {
    return "ND4J for products of over %d multiplications, all else on %s"
        .formatted(pays, small.name());
  }

  @Override
  public String runsOn(Operation operation, int n) {
    boolean isProduct = operation == Operation.PRODUCT || operation == Operation.GRAM;
    return isProduct && takesProduct(n, n, n) ? name() : small.runsOn(operation, n);
  }

  @Override
  public Backend withWorkers(Workers workers) {
    return new Nd4jBackend(small.withWorkers(workers), pays);
  }

  @Override
  public FloatKernels floats() {
    return new FloatNd4jKernels(small.floats(), DataType.FLOAT, pays);
  }
}
