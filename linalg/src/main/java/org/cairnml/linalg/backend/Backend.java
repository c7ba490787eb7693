package org.cairnml.linalg.backend;

import java.util.Optional;
import org.cairnml.base.Workers;

/** What the arithmetic runs on: kernels on doubles, the same on floats, and factorizations. */
public interface Backend extends Kernels {

  /** The name by which {@code cairn.backend} asks for it. */
  String name();

  /** One line for {@code Backends.report()}: what it runs on, for example the vector width. */
  String description();

  /** The name of the backend that an operation on (n x n) matrices runs on in the end. */
  default String runsOn(Operation operation, int n) {
    return name();
  }

  /** The same backend with large operations spread over these workers. */
  Backend withWorkers(Workers workers);

  /** The same kernels on floats, on the same workers. */
  FloatKernels floats();

  /**
   * Native factorizations, if there are any and an (m x n) matrix is large enough for them to pay.
   */
  default Optional<Lapack> lapack(int m, int n) {
    return Optional.empty();
  }
}
