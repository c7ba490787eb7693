package org.cairnml.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairnml.base.DataException;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseDatasetTest {

  private static final Matrix DENSE = Matrix.of(3, 3, 1, 0, 0, 0, 2, 0, 0, 0, 3);

  @Test
  void rowsAndDenseFormAreThoseOfTheDenseDataset() {
    Dataset dense = Dataset.of(DENSE, 1, 2, 3);
    Dataset sparse = Dataset.of(SparseMatrix.of(DENSE)).withTarget(1, 2, 3);
    assertThat(sparse.isSparse()).isTrue();
    assertThat(dense.isSparse()).isFalse();
    assertThat(sparse.dense().x()).isEqualTo(DENSE);
    assertThat(dense.dense()).isSameAs(dense);
    assertThat(dense.sparse()).isEqualTo(sparse.sparse());
    Dataset some = sparse.rows(2, 0, 2);
    assertThat(some.isSparse()).isTrue();
    assertThat(some.dense().x()).isEqualTo(dense.rows(2, 0, 2).x());
    assertThat(some.target()).containsExactly(3, 1, 3);
    assertThat(sparse.withWeights(1, 0, 2).isSparse()).isTrue();
    assertThat(sparse.toString()).contains("sparse 3 x 3");
  }

  @Test
  void denseReadersAreToldThatTheFeaturesAreSparse() {
    Dataset sparse = Dataset.of(SparseMatrix.of(DENSE));
    assertThatThrownBy(sparse::x)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("sparse (3 x 3)")
        .hasMessageContaining("HandlesSparse")
        .hasMessageContaining("dense()");
  }

  @Test
  void tooLargeToBeDenseSaysHowLargeAndWhatToDo() {
    Dataset wide = Dataset.of(SparseMatrix.zeros(Integer.MAX_VALUE / 64, 100));
    assertThatThrownBy(wide::dense)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("33554431 x 100")
        .hasMessageContaining("25599 MB")
        .hasMessageContaining("HandlesSparse");
  }

  @Test
  void unusableValuesNameRowAndColumn() {
    SparseMatrix x =
        SparseMatrix.ofTriplets(2, 3, new int[] {1}, new int[] {2}, new double[] {Double.NaN});
    Dataset data = Dataset.of(x, Schema.numeric("a", "b", "c"));
    data.check(Missing.ALLOWED);
    assertThatThrownBy(() -> data.check(Missing.REFUSED))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1, column 'c'");
  }

  @Test
  void libSvmFilesAreReadAsSparseAsWellAsDense(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.svm");
    Files.writeString(file, "1 qid:4 1:0.5 7:2\n-1 qid:5 3:1\n");
    Dataset sparse = LibSvm.readSparse(file);
    Dataset dense = LibSvm.read(file);
    assertThat(sparse.isSparse()).isTrue();
    assertThat(sparse.sparse().nonZeros()).isEqualTo(3);
    assertThat(sparse.dense().x()).isEqualTo(dense.x());
    assertThat(sparse.schema()).isEqualTo(dense.schema());
    assertThat(sparse.target()).isEqualTo(dense.target());
    assertThat(sparse.groups()).hasValueSatisfying(g -> assertThat(g).containsExactly(4, 5));
  }
}
