package org.cairnml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.Seed;
import org.junit.jupiter.api.Test;

/** A sparse matrix does what the dense matrix of the same elements does. */
class SparseMatrixTest {

  private static final double DENSITY = 0.2;
  private static final int TRIES = 60;

  /** Sums of at most 600 products of numbers below 1, added in another order. */
  private static final double ROUNDING = 1e-12;

  private static Matrix random(int rows, int cols, double density, long seed) {
    var generator = Seed.of(seed).generator();
    Matrix matrix = Matrix.zeros(rows, cols);
    for (int k = 0; k < matrix.data().length; k++) {
      matrix.data()[k] = generator.nextDouble() < density ? generator.nextDouble(-1, 1) : 0;
    }
    return matrix;
  }

  private static void assertClose(Matrix actual, Matrix expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.cols()).isEqualTo(expected.cols());
    for (int i = 0; i < actual.rows(); i++) {
      for (int j = 0; j < actual.cols(); j++) {
        assertThat(Math.abs(actual.get(i, j) - expected.get(i, j))).isLessThan(ROUNDING);
      }
    }
  }

  @Property(tries = TRIES)
  void productsAreThoseOfTheDenseMatrix(
      @ForAll @IntRange(max = 600) int n,
      @ForAll @IntRange(max = 30) int d,
      @ForAll @IntRange(max = 5) int k,
      @ForAll long seed) {
    Matrix dense = random(n, d, DENSITY, seed);
    SparseMatrix sparse = SparseMatrix.of(dense);
    Matrix right = random(d + 2, k + 3, 1, ~seed).slice(1, d + 1, 2, k + 2);
    Matrix left = random(n, k, 1, seed + 1);
    assertClose(sparse.times(right), dense.times(right));
    assertClose(sparse.transposeTimes(left), dense.transposeTimes(left));
    assertClose(sparse.gram(), dense.gram());
    assertThat(sparse.transpose().toDense()).isEqualTo(dense.transpose());
    if (k > 0) {
      Vector x = right.column(0);
      assertThat(sparse.times(x).toArray()).isEqualTo(sparse.times(right).column(0).toArray());
      assertThat(sparse.transposeTimes(left.column(0)).toArray())
          .isEqualTo(sparse.transposeTimes(left).column(0).toArray());
    }
  }

  @Property(tries = TRIES)
  void partsAndBlocksAreThoseOfTheDenseMatrix(
      @ForAll @IntRange(min = 1, max = 20) int n,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll long seed) {
    Matrix dense = random(n, d, DENSITY, seed);
    SparseMatrix sparse = SparseMatrix.of(dense);
    int[] rows = Seed.of(seed).generator().ints(7, 0, n).toArray();
    int cut = d / 2;
    assertThat(sparse.toDense()).isEqualTo(dense);
    assertThat(sparse.rows(rows).toDense()).isEqualTo(dense.rows(rows));
    assertThat(sparse.columns(cut, d).toDense()).isEqualTo(dense.slice(0, n, cut, d).copy());
    assertThat(SparseMatrix.besides(sparse.columns(0, cut), dense.slice(0, n, cut, d)))
        .isEqualTo(sparse);
    assertThat(SparseMatrix.below(sparse, dense).rows(rows)).isEqualTo(sparse.rows(rows));
    assertThat(sparse.transpose().transpose()).isEqualTo(sparse).hasSameHashCodeAs(sparse);
    double[] row = new double[d];
    for (int i = 0; i < n; i++) {
      sparse.rowInto(i, row);
      assertThat(row).isEqualTo(dense.row(i).toArray());
      for (int j = 0; j < d; j++) {
        assertThat(sparse.get(i, j)).isEqualTo(dense.get(i, j));
      }
    }
  }

  @Property(tries = TRIES)
  void scalingIsAProductWithADiagonalMatrix(
      @ForAll @IntRange(min = 1, max = 20) int n,
      @ForAll @IntRange(min = 1, max = 20) int d,
      @ForAll long seed) {
    Matrix dense = random(n, d, DENSITY, seed);
    SparseMatrix sparse = SparseMatrix.of(dense);
    double[] byRow = random(1, n, 1, seed + 1).data();
    double[] byColumn = random(1, d, 1, seed + 2).data();
    Matrix columns = Matrix.zeros(d, d);
    for (int j = 0; j < d; j++) {
      columns.set(j, j, byColumn[j]);
    }
    Matrix rows = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      rows.set(i, i, byRow[i]);
    }
    assertClose(sparse.timesColumns(byColumn).toDense(), dense.times(columns));
    assertClose(sparse.timesRows(byRow).toDense(), rows.times(dense));
  }

  @Test
  void tripletsOfOneElementAddUpAndZerosAreNotStored() {
    SparseMatrix a =
        SparseMatrix.ofTriplets(
            3,
            4,
            new int[] {2, 0, 2, 1, 1},
            new int[] {3, 1, 3, 0, 0},
            new double[] {1, 5, 2, 7, -7});
    assertThat(a.nonZeros()).isEqualTo(2);
    assertThat(a.get(2, 3)).isEqualTo(3);
    assertThat(a.get(0, 1)).isEqualTo(5);
    assertThat(a.density()).isEqualTo(2.0 / 12);
    assertThat(a.toString()).contains("3 x 4", "2 stored", "row 2: 3:3.0");
    assertThat(SparseMatrix.zeros(0, 0).toDense()).isEqualTo(Matrix.zeros(0, 0));
  }

  @Test
  void whatDoesNotFitIsRefusedWithBothShapes() {
    SparseMatrix a = SparseMatrix.zeros(3, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.times(Matrix.zeros(3, 2)))
        .withMessageContaining("3 x 4")
        .withMessageContaining("3 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SparseMatrix.besides(a, Matrix.zeros(2, 1)))
        .withMessageContaining("2 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SparseMatrix.ofTriplets(1, 1, new int[] {1}, new int[] {0}, new double[] {1}))
        .withMessageContaining("row 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparseBuilder(2).add(2, 1))
        .withMessageContaining("column 2");
  }

  @Test
  void indicesAndSizesOutsideAreRefused() {
    SparseMatrix a = SparseMatrix.of(Matrix.identity(3));
    for (int i : new int[] {-1, 3}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> a.rowDot(i, new double[3]))
          .withMessageContaining("row " + i);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> a.rowDot(0, new double[2]));
    assertThatIllegalArgumentException().isThrownBy(() -> a.rowInto(0, new double[2]));
    for (int rows : new int[] {-1, -7, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SparseMatrix.zeros(rows, 2))
          .withMessageContaining(rows + " x 2");
    }
    SparseMatrix wide = SparseMatrix.zeros(1, Integer.MAX_VALUE);
    assertThatIllegalArgumentException().isThrownBy(wide::transpose);
    assertThatIllegalArgumentException().isThrownBy(() -> SparseMatrix.besides(wide, wide));
  }

  @Test
  void randomizedDecompositionOfASparseMatrixIsThatOfTheDenseOne() {
    Matrix dense = random(200, 60, 0.1, 3);
    SVD sparse = SVD.randomized(SparseMatrix.of(dense), 60, 2, Seed.of(1));
    double[] exact = SVD.of(dense).singularValues();
    for (int k = 0; k < exact.length; k++) {
      assertThat(Math.abs(sparse.singularValues()[k] - exact[k]))
          .isLessThan(ROUNDING * exact[0] * 10);
    }
    dense.set(7, 3, Double.NaN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SVD.randomized(SparseMatrix.of(dense), 5, 2, Seed.of(1)))
        .withMessageContaining("row 7");
  }
}
