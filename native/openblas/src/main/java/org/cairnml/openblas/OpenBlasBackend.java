package org.cairnml.openblas;

import java.util.Optional;
import org.cairnml.base.Workers;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Operation;

/** Large products and factorizations on OpenBLAS, all else on the backend that it holds. */
final class OpenBlasBackend extends OpenBlasKernels implements Backend {

  /**
   * Multiplications from which on a native product beats plain Java, the copies out of the heap and
   * back included; see docs/decisions, "Where native code pays".
   */
  private static final long PAYS_AGAINST_SCALAR = 24L * 24 * 24;

  /** The same against the Vector API, which is about as fast as OpenBLAS without the copies. */
  private static final long PAYS_AGAINST_SIMD = 1L << 32;

  /** The smaller dimension from which on native factorizations beat plain Java; see there. */
  private static final int LAPACK_PAYS_AGAINST_SCALAR = 64;

  /** The same against the Vector API. */
  private static final int LAPACK_PAYS_AGAINST_SIMD = 128;

  /** Columns from which on the Vector API is faster to make a matrix bidiagonal. */
  private static final int SIMD_REDUCES = 512;

  private final Backend small;
  private final Lapack lapack;
  private final int lapackPays;

  OpenBlasBackend(Backend small) {
    super(small, pays(small));
    this.small = small;
    this.lapack =
        new OpenBlasLapack(small.workers(), isSimd(small) ? SIMD_REDUCES : Integer.MAX_VALUE);
    this.lapackPays = isSimd(small) ? LAPACK_PAYS_AGAINST_SIMD : LAPACK_PAYS_AGAINST_SCALAR;
  }

  private static long pays(Backend small) {
    return isSimd(small) ? PAYS_AGAINST_SIMD : PAYS_AGAINST_SCALAR;
  }

  private static boolean isSimd(Backend small) {
    return small.name().equals("simd");
  }

  @Override
  public String name() {
    return "openblas";
  }

  @Override
  public String description() {
    return "OpenBLAS 0.3.31 for products of over %d multiplications and factorizations from n = %d, below that %s"
        .formatted(pays(small), lapackPays, small.name());
  }

  @Override
  public String runsOn(Operation operation, int n) {
    boolean isNative =
        switch (operation) {
          case PRODUCT -> takesProduct(n, n, n);
          case GRAM -> takesGram(n, n);
          case FACTORIZATION -> lapack(n, n).isPresent();
          default -> false;
        };
    return isNative ? name() : small.runsOn(operation, n);
  }

  @Override
  public Backend withWorkers(Workers workers) {
    return new OpenBlasBackend(small.withWorkers(workers));
  }

  @Override
  public FloatKernels floats() {
    return new FloatOpenBlasKernels(small.floats(), pays(small));
  }

  @Override
  public Optional<Lapack> lapack(int m, int n) {
    return Math.min(m, n) < lapackPays ? Optional.empty() : Optional.of(lapack);
  }
}
