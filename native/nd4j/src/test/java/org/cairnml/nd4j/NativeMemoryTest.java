package org.cairnml.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;
import org.cairnml.linalg.backend.Transpose;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Memory outside the heap is bounded, however many conversions and products there are. */
class NativeMemoryTest {

  private static final int CALLS = 20_000;

  /** What the JVM itself may take for compiled code and threads; its heap is touched before. */
  private static final long ALLOWED = 64L << 20;

  private static final String GROWTH = "grown by ";

  @Test
  void manyCallsTakeNoMoreMemoryThanAFew() throws Exception {
    String output =
        new ChildJvm(entry -> true)
            .run(NativeMemoryTest.class, "-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch");
    String growth = output.substring(output.lastIndexOf(GROWTH) + GROWTH.length()).strip();
    assertThat(Long.parseLong(growth)).isLessThan(ALLOWED);
  }

  /** Prints how many physical bytes the calls took. */
  public static void main(String[] args) {
    Backend backend = new Nd4jBackend(Backends.named("scalar"), 1);
    calls(backend, CALLS / 4);
    long before = Pointer.physicalBytes();
    calls(backend, CALLS);
    System.out.println(GROWTH + (Pointer.physicalBytes() - before));
  }

  /** One leaked array of 40 x 40 a call would come to 256 MB. */
  private static void calls(Backend backend, int count) {
    int n = 40;
    double[] a = Seed.of(1).generator().doubles(n * n).toArray();
    double[] c = new double[n * n];
    Matrix matrix = Matrix.wrap(a, n, n);
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        backend.gemm(Transpose.NO, Transpose.NO, n, n, n, 1, a, 0, n, a, 0, n, 0, c, 0, n);
      } else {
        try (INDArray floats = NDArrays.toINDArray(matrix, DataType.FLOAT)) {
          NDArrays.toMatrix(floats);
        }
      }
    }
  }
}
