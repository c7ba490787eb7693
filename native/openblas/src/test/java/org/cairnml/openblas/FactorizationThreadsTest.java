package org.cairnml.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Cholesky;
import org.cairnml.linalg.Eigen;
import org.cairnml.linalg.LU;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.QR;
import org.cairnml.linalg.SVD;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.SymmetricEigen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factors and products have the same bits for any number of threads, in JVMs of their own. */
class FactorizationThreadsTest {

  private static final String BITS = "bits of all factors:";

  /** After so many repeats what takes time is compiled. */
  private static final int REPEATS = 100;

  @ParameterizedTest
  @ValueSource(strings = {"scalar", "simd", "openblas"})
  void threadsDoNotChangeABit(String backend) throws Exception {
    String one = bits(backend, 1);
    assertThat(one).contains(BITS).contains(" and ");
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

  /** What the other JVM runs: sizes on both sides of where work is shared, cold and compiled. */
  public static void main(String[] args) {
    int cold = bits(50);
    int large = 31 * bits(300) + bitsOfLargeSvd();
    int warm = cold;
    for (int i = 0; i < REPEATS && warm == cold; i++) {
      warm = bits(50);
    }
    System.out.println(BITS + large + (warm == cold ? " and " + cold : " change as code warms up"));
  }

  /** So large that the workers share the reduction to bidiagonal form. */
  private static int bitsOfLargeSvd() {
    SVD svd = SVD.of(Matrix.wrap(Seed.of(7).generator().doubles(600 * 530).toArray(), 600, 530));
    return 31 * Arrays.hashCode(svd.u().data()) + Arrays.hashCode(svd.v().data());
  }

  private static int bits(int n) {
    Matrix a = Matrix.wrap(Seed.of(n).generator().doubles((long) n * n).toArray(), n, n);
    SVD svd = SVD.of(a);
    SVD part = SVD.randomized(a, 9, 2, Seed.of(n));
    QR qr = QR.of(a);
    Matrix tall = a.slice(0, n, 0, n / 3);
    QR pivoted = QR.pivoted(tall);
    SymmetricEigen eigen = SymmetricEigen.of(a);
    Eigen general = Eigen.of(a);
    SparseMatrix sparse = sparse(n);
    int bits = Arrays.hashCode(pivoted.pivots());
    for (Matrix factor :
        new Matrix[] {
          Cholesky.of(a.gram().plus(Matrix.identity(n))).l(),
          LU.of(a).u(),
          qr.q(),
          qr.r(),
          QR.pivoted(a).r(),
          pivoted.q(),
          pivoted.solve(a),
          pivoted.inverseGram(),
          eigen.vectors(),
          general.vectorsReal(),
          general.vectorsImaginary(),
          svd.u(),
          svd.v(),
          svd.pseudoInverse(),
          part.u(),
          part.v(),
          sparse.times(a),
          sparse.transposeTimes(sparse.times(a)),
          sparse.gram(),
          SVD.randomized(sparse, 9, 2, Seed.of(n)).u()
        }) {
      bits = 31 * bits + Arrays.hashCode(factor.data());
    }
    for (double[] values :
        new double[][] {
          svd.singularValues(),
          eigen.values(),
          general.realParts(),
          general.imaginaryParts(),
          sparse.times(a.column(0)).toArray()
        }) {
      bits = 31 * bits + Arrays.hashCode(values);
    }
    return bits;
  }

  /** As many columns as {@code n} and seven times as many rows, one element in ten of them. */
  private static SparseMatrix sparse(int n) {
    var generator = Seed.of(~n).generator();
    var builder = new SparseBuilder(n);
    for (int i = 0; i < 7 * n; i++) {
      for (int j = 0; j < n; j++) {
        builder.add(j, generator.nextInt(10) == 0 ? generator.nextDouble() : 0);
      }
      builder.endRow();
    }
    return builder.build();
  }
}
