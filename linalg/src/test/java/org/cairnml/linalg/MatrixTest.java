package org.cairnml.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MatrixTest {

  private static final Matrix A = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
  private static final Matrix B = Matrix.of(3, 2, 1, 0, 0, 1, 2, 2);

  @Test
  void productsOfSmallIntegersAreExact() {
    assertThat(A.times(B)).isEqualTo(Matrix.of(2, 2, 7, 8, 16, 17));
    assertThat(A.transposeTimes(A)).isEqualTo(A.transpose().times(A));
    assertThat(A.gram()).isEqualTo(A.transpose().times(A));
    assertThat(A.times(Vector.of(1, 1, 1))).isEqualTo(Vector.of(6, 15));
    assertThat(A.transposeTimes(Vector.of(1, 1))).isEqualTo(Vector.of(5, 7, 9));
  }

  @Test
  void viewsShareAndCopiesDoNot() {
    Matrix a = A.copy();
    Matrix view = a.slice(0, 2, 1, 3);
    Matrix copy = a.rows(new int[] {1, 0});
    view.set(1, 1, 60);
    a.column(0).set(0, 10);
    a.row(0).slice(1, 2).set(0, 20);
    assertThat(a).isEqualTo(Matrix.of(2, 3, 10, 20, 3, 4, 5, 60));
    assertThat(copy).isEqualTo(Matrix.of(2, 3, 4, 5, 6, 1, 2, 3));
    assertThat(view.isContiguous()).isFalse();
    assertThat(view.times(Matrix.identity(2))).isEqualTo(view).hasSameHashCodeAs(view.copy());
  }

  @Test
  void selectsColumnsAndMakesArrays() {
    assertThat(A.columns(new int[] {2, 2, 0})).isEqualTo(Matrix.of(2, 3, 3, 3, 1, 6, 6, 4));
    assertThat(Matrix.ofColumns(new double[] {1, 4}, new double[] {2, 5}, new double[] {3, 6}))
        .isEqualTo(A);
    assertThat(Matrix.of(A.toArray())).isEqualTo(A);
    assertThat(A.plus(A).minus(A)).isEqualTo(A);
    assertThat(A.times(2)).isEqualTo(A.plus(A));
  }

  @Test
  void mismatchNamesBothShapes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A.times(A))
        .withMessageContaining("2 x 3) times (2 x 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A.plus(B))
        .withMessageContaining("2 x 3")
        .withMessageContaining("3 x 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
        .withMessageContaining("row 1 has 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Matrix.wrap(new double[5], 1, 2, 2, 3));
  }

  @Test
  void whatDoesNotFitInAnArrayIsRefusedWithItsSize() {
    for (int size : new int[] {-1, 50_000}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Matrix.zeros(size, 50_000))
          .withMessageContaining(size + " x 50000");
    }
    Matrix wide = Matrix.zeros(1, 50_000);
    for (ThrowingCallable product :
        List.<ThrowingCallable>of(
            wide::gram,
            () -> wide.transposeTimes(wide),
            () -> wide.transpose().times(wide),
            () -> SparseMatrix.of(wide).gram())) {
      assertThatIllegalArgumentException()
          .isThrownBy(product)
          .withMessageContaining("50000 x 50000");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A.rowInto(0, new double[2]))
        .withMessageContaining("2 x 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vector.zeros(-1))
        .withMessageContaining("-1 elements");
  }

  @Test
  void emptyShapesWork() {
    Matrix none = Matrix.zeros(0, 3);
    assertThat(none.gram()).isEqualTo(Matrix.zeros(3, 3));
    assertThat(none.times(B)).isEqualTo(Matrix.zeros(0, 2));
    assertThat(Matrix.zeros(2, 0).times(Matrix.zeros(0, 2))).isEqualTo(Matrix.zeros(2, 2));
  }
}
