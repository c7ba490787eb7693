package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Side;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.Test;

/** Memory outside the heap is bounded, however many calls there are. */
class NativeMemoryTest {

  private static final int CALLS = 100_000;

  /** What the JVM itself may take for compiled code and threads; its heap is touched before. */
  private static final long ALLOWED = 64L << 20;

  private static final String GROWTH = "grown by ";

  /** Without it a buffer that was never released would be freed by the garbage collector. */
  private static final String RELEASED_BY_US_ALONE = "-Dorg.bytedeco.javacpp.noPointerGC=true";

  @Test
  void manyCallsTakeNoMoreMemoryThanAFew() throws Exception {
    String output =
        ChildJvm.run(
            NativeMemoryTest.class,
            "-Xms64m",
            "-Xmx64m",
            "-XX:+AlwaysPreTouch",
            RELEASED_BY_US_ALONE);
    String growth = output.substring(output.lastIndexOf(GROWTH) + GROWTH.length()).strip();
    assertThat(Long.parseLong(growth)).isLessThan(ALLOWED);
  }

  /** Prints how many physical bytes the calls took. */
  public static void main(String[] args) {
    Backend backend = Backends.named("openblas");
    calls(backend, CALLS / 10);
    long before = Pointer.physicalBytes();
    calls(backend, CALLS);
    System.out.println(GROWTH + (Pointer.physicalBytes() - before));
  }

  /** One leaked result of 24 x 24 a call would come to 460 MB. */
  private static void calls(Backend backend, int count) {
    int n = 24;
    double[] a = Seed.of(1).generator().doubles(n * n).toArray();
    double[] c = new double[n * n];
    float[] af = new float[n * n];
    float[] cf = new float[n * n];
    FloatKernels floats = backend.floats();
    Factorizations factorizations = new Factorizations(backend);
    for (int i = 0; i < count; i++) {
      switch (i % 4) {
        case 0 ->
            backend.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
        case 1 -> backend.syrk(Transpose.YES, n, n, 1, a, 0, n, 0, c, 0, n);
        case 2 ->
            floats.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, af, 0, n, af, 0, n, 0, cf, 0, n);
        default -> factorizations.run(i / 4);
      }
    }
  }

  /** One after another, of sizes that take more than one block of reflectors or of pivots. */
  private static final class Factorizations {
    private static final int N = 50;
    private static final int PIVOTS = 130;

    private final Lapack lapack;
    private final double[] a = Seed.of(2).generator().doubles(N * N).toArray();
    private final double[] work = new double[N * N];
    private final double[] positive = Matrix.identity(PIVOTS).data();
    private final double[] factor = new double[PIVOTS * PIVOTS];
    private final double[] values = new double[N];
    private final double[] beside = new double[N];
    private final double[] tau = new double[N];
    private final double[] otherTau = new double[N];
    private final int[] pivots = new int[N];

    Factorizations(Backend backend) {
      lapack = backend.lapack(PIVOTS, PIVOTS).orElseThrow();
    }

    void run(int i) {
      System.arraycopy(a, 0, work, 0, N * N);
      switch (i % 8) {
        case 0 -> lapack.cholesky(PIVOTS, positive, 0, PIVOTS, factor);
        case 1 -> lapack.qr(N, N, work, tau);
        case 2 -> lapack.q(N, a, tau, work);
        case 3 -> lapack.qrPivoted(N, N, work, pivots, tau);
        case 4 -> lapack.bidiagonal(N, N, work, values, beside, tau, otherTau);
        case 5 -> lapack.turn(i % 16 < 8 ? Side.LEFT : Side.RIGHT, N, N, a, tau, work, N);
        case 6 -> lapack.symmetricEigen(N, work, values);
        default -> lapack.lu(N, work, pivots);
      }
    }
  }
}
