package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.FloatKernels;
import org.cairnml.linalg.backend.Lapack;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.Test;

/** Memory outside the heap is bounded, however many calls there are. */
class NativeMemoryTest {

  private static final int CALLS = 100_000;

  /** What the JVM itself may take for compiled code and threads; its heap is touched before. */
  private static final long ALLOWED = 64L << 20;

  private static final String GROWTH = "grown by ";

  @Test
  void manyCallsTakeNoMoreMemoryThanAFew() throws Exception {
    String output =
        ChildJvm.run(NativeMemoryTest.class, "-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch");
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
    Lapack lapack = backend.lapack(64, 64).orElseThrow();
    int[] pivots = new int[n];
    double[] spd = Matrix.identity(n).data();
    double[] tau = new double[n];
    double[] vt = new double[n * n];
    for (int i = 0; i < count; i++) {
      switch (i % 8) {
        case 0 ->
            backend.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
        case 1 -> backend.syrk(Transpose.YES, n, n, 1, a, 0, n, 0, c, 0, n);
        case 2 ->
            floats.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, af, 0, n, af, 0, n, 0, cf, 0, n);
        case 3 -> lapack.cholesky(n, spd, 0, n, c);
        case 4 -> {
          System.arraycopy(a, 0, c, 0, n * n);
          lapack.qr(n, n, c, tau);
        }
        case 5 -> lapack.q(n, a, tau, c);
        case 6 -> lapack.svd(n, n, a, 0, n, tau, c, vt);
        default -> {
          System.arraycopy(a, 0, c, 0, n * n);
          lapack.lu(n, c, pivots);
        }
      }
    }
  }
}
