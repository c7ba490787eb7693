package org.cairnml.benchmarks.linalg;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * One operation on operands that a library holds in its own form.
 *
 * @param operation does it once; what can be reused from call to call is
 * @param result number i of the last result: of a matrix, row-major; of a factorization, see {@link
 *     Factorization}
 */
record Work(Runnable operation, IntToDoubleFunction result) {

  /** An operation whose result is a new object at each call. */
  static <T> Work of(Supplier<T> operation, Element<T> element) {
    var last = new AtomicReference<T>();
    return new Work(() -> last.setPlain(operation.get()), i -> element.at(last.getPlain(), i));
  }

  double at(int i) {
    return result.applyAsDouble(i);
  }

  /** Reads a result. */
  @FunctionalInterface
  interface Element<T> {
    /** Number i of it. */
    double at(T result, int i);
  }
}
