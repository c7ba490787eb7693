package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SymmetricEigen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factors have the same bits for any number of threads, in JVMs of their own. */
class FactorizationThreadsTest {

  private static final String BITS = "bits of all factors:";

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "simd", "openblas"})
  void threadsDoNotChangeABit(String backend) throws Exception {
    String one = bits(backend, 1);
    assertThat(one).contains(BITS);
    assertThat(bits(backend, 2)).isEqualTo(one);
    assertThat(bits(backend, 4)).isEqualTo(one);
  }

  private static String bits(String backend, int threads) throws Exception {
    String output =
        ChildJvm.run(
            FactorizationThreadsTest.class,
            "--add-modules=jdk.incubator.vector",
            "-Dcairn.backend=" + backend,
            "-Dcairn.threads=" + threads);
    return output.lines().filter(line -> line.startsWith(BITS)).findFirst().orElse(output);
  }

  /** What the other JVM runs: sizes on both sides of where work is shared. */
  public static void main(String[] args) {
    int bits = 0;
    for (int n : new int[] {50, 300}) {
      Matrix a = Matrix.wrap(Seed.of(n).generator().doubles((long) n * n).toArray(), n, n);
      SVD svd = SVD.of(a);
      QR qr = QR.of(a);
      SymmetricEigen eigen = SymmetricEigen.of(a);
      for (Matrix factor :
          new Matrix[] {
            Cholesky.of(a.gram().plus(Matrix.identity(n))).l(),
            LU.of(a).u(),
            qr.q(),
            qr.r(),
            QR.pivoted(a).r(),
            eigen.vectors(),
            svd.u(),
            svd.v()
          }) {
        bits = 31 * bits + Arrays.hashCode(factor.data());
      }
      bits = 31 * bits + Arrays.hashCode(svd.singularValues());
      bits = 31 * bits + Arrays.hashCode(eigen.values());
    }
    System.out.println(BITS + bits);
  }
}
