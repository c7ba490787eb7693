package org.cairnml.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NDArraysTest {

  private static final Matrix SAMPLE = random(7, 5);

  private static Matrix random(int rows, int cols) {
    double[] values = Seed.of(3).generator().doubles((long) rows * cols, -9, 9).toArray();
    return Matrix.wrap(values, rows, cols);
  }

  private static void assertSameElements(Matrix matrix, INDArray array) {
    assertThat(new long[] {matrix.rows(), matrix.cols()}).isEqualTo(array.shape());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.cols(); j++) {
        assertThat(matrix.get(i, j)).as(i + ", " + j).isEqualTo(array.getDouble(i, j));
      }
    }
  }

  /** Arrays of rank 2 that hold their elements in all the ways that there are. */
  private static Map<String, INDArray> layouts() {
    INDArray rows = NDArrays.toINDArray(random(8, 10));
    INDArray columns = rows.dup('f');
    var layouts = new LinkedHashMap<String, INDArray>();
    layouts.put("order c", rows);
    layouts.put("order f", columns);
    layouts.put("transpose of order c", rows.transpose());
    layouts.put("transpose of order f", columns.transpose());
    layouts.put("some rows", rows.get(interval(2, 6), all()));
    layouts.put("neighbouring columns", rows.get(all(), interval(3, 7)));
    layouts.put("a block", rows.get(interval(1, 4), interval(5, 9)));
    layouts.put("a block of order f", columns.get(interval(1, 4), interval(5, 9)));
    layouts.put("every third column", rows.get(all(), interval(1, 3, 10)));
    layouts.put("every second row", rows.get(interval(0, 2, 8), all()));
    layouts.put("the transpose of a block", rows.get(interval(1, 4), interval(5, 9)).transpose());
    layouts.put("one row", rows.get(interval(3, 4), all()));
    layouts.put("one column", rows.get(all(), interval(3, 4)));
    layouts.put("one column of order f", columns.get(all(), interval(3, 4)));
    layouts.put("one element", rows.get(interval(3, 4), interval(8, 9)));
    layouts.put("a row broadcast", rows.getRow(2).broadcast(4, 10));
    layouts.put(
        "strides of zero", Nd4j.create(rows.data(), new long[] {3, 4}, new long[2], 0, 'c'));
    layouts.put("reshaped", rows.reshape('c', 4, 20));
    layouts.put("a slice of rank 3", rows.reshape('c', 2, 4, 10).get(point(1), all(), all()));
    return layouts;
  }

  @TestFactory
  Stream<DynamicTest> everyLayoutKeepsItsElementsInPlace() {
    return layouts().entrySet().stream()
        .map(
            layout ->
                dynamicTest(
                    layout.getKey(),
                    () -> {
                      INDArray array = layout.getValue();
                      assertSameElements(NDArrays.toMatrix(array), array);
                      INDArray floats = array.castTo(DataType.FLOAT);
                      assertSameElements(NDArrays.toMatrix(floats), floats);
                    }));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"BOOL", "BYTE", "UBYTE", "SHORT", "INT", "LONG", "HALF", "BFLOAT16", "FLOAT"})
  void everyTypeOfNumberBecomesTheSameInDouble(DataType type) {
    INDArray array = Nd4j.createFromArray(new double[][] {{0, 1, 2}, {3, 100, 127}}).castTo(type);
    assertSameElements(NDArrays.toMatrix(array), array);
  }

  @Test
  void longsBeyondTheDigitsOfADoubleAreRounded() {
    long large = (1L << 53) + 1;
    INDArray array = Nd4j.createFromArray(new long[][] {{large, -3}});
    assertThat(NDArrays.toMatrix(array)).isEqualTo(Matrix.of(1, 2, 0x1p53, -3));
  }

  @Test
  void specialValuesKeepTheirBits() {
    double[] values = {Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
    Matrix matrix = Matrix.wrap(values, 2, 2);
    assertThat(NDArrays.toMatrix(NDArrays.toINDArray(matrix))).isEqualTo(matrix);
    assertThat(NDArrays.toMatrix(NDArrays.toINDArray(matrix).dup('f'))).isEqualTo(matrix);
  }

  @Test
  void aChangeOfOneIsNotSeenInTheOther() {
    Matrix matrix = SAMPLE.copy();
    INDArray array = NDArrays.toINDArray(matrix);
    matrix.set(1, 2, 77);
    assertThat(array.getDouble(1, 2)).isEqualTo(SAMPLE.get(1, 2));
    for (INDArray layout : layouts().values()) {
      Matrix copy = NDArrays.toMatrix(layout);
      double before = copy.get(0, 0);
      layout.putScalar(0, 0, before + 1);
      assertThat(copy.get(0, 0)).isEqualTo(before);
      copy.set(0, 0, before - 1);
      assertThat(layout.getDouble(0, 0)).isEqualTo(before + 1);
    }
  }

  @Test
  void viewsOfMatricesAndVectorsKeepTheirElements() {
    for (Matrix view : List.of(SAMPLE, SAMPLE.slice(2, 6, 1, 4), SAMPLE.slice(3, 4, 0, 5))) {
      INDArray array = NDArrays.toINDArray(view);
      assertSameElements(view, array);
      assertThat(array.ordering()).isEqualTo('c');
      assertThat(NDArrays.toMatrix(array)).isEqualTo(view);
    }
    for (Vector view : List.of(SAMPLE.row(2), SAMPLE.column(3), SAMPLE.row(1).slice(2, 4))) {
      INDArray array = NDArrays.toINDArray(view);
      assertThat(array.rank()).isEqualTo(1);
      assertThat(array.toDoubleVector()).isEqualTo(view.toArray());
      assertThat(NDArrays.toVector(array)).isEqualTo(view);
    }
  }

  @Test
  void arraysOfRankOneBecomeVectors() {
    INDArray array = NDArrays.toINDArray(SAMPLE);
    assertThat(NDArrays.toVector(array.get(point(2), all()))).isEqualTo(SAMPLE.row(2).copy());
    assertThat(NDArrays.toVector(array.get(all(), point(3)))).isEqualTo(SAMPLE.column(3).copy());
    assertThat(NDArrays.toVector(Nd4j.createFromArray(1, 2, 3))).isEqualTo(Vector.of(1, 2, 3));
  }

  @Test
  void emptyOnesStayEmpty() {
    for (int[] shape : new int[][] {{0, 3}, {3, 0}, {0, 0}}) {
      Matrix matrix = Matrix.zeros(shape[0], shape[1]);
      for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
        INDArray array = NDArrays.toINDArray(matrix, type);
        assertThat(array.shape()).containsExactly(shape[0], shape[1]);
        assertThat(NDArrays.toMatrix(array)).isEqualTo(matrix);
      }
    }
    INDArray array = NDArrays.toINDArray(Vector.zeros(0));
    assertThat(array.shape()).containsExactly(0);
    assertThat(NDArrays.toVector(array)).isEqualTo(Vector.zeros(0));
  }

  @Test
  void floatsAreRoundedDoubles() {
    INDArray floats = NDArrays.toINDArray(Matrix.of(1, 3, 0.1, 1e300, -2), DataType.FLOAT);
    assertThat(floats.dataType()).isEqualTo(DataType.FLOAT);
    assertThat(NDArrays.toMatrix(floats))
        .isEqualTo(Matrix.of(1, 3, 0.1f, Double.POSITIVE_INFINITY, -2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NDArrays.toINDArray(SAMPLE, DataType.INT32))
        .withMessageContaining("DOUBLE or FLOAT, not INT");
  }

  @Test
  void otherRanksAreRefusedWithTheCure() {
    for (INDArray array : List.of(Nd4j.scalar(1.0), Nd4j.zeros(3), Nd4j.zeros(2, 3, 4))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NDArrays.toMatrix(array))
          .withMessageContaining("rank " + array.rank())
          .withMessageContaining("rank 2 is wanted");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NDArrays.toVector(Nd4j.zeros(2, 3)))
        .withMessageContaining("[2, 3]")
        .withMessageContaining("use toMatrix");
  }

  @Test
  void whatHoldsNoNumbersIsRefused() {
    INDArray closed = NDArrays.toINDArray(SAMPLE);
    closed.close();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NDArrays.toMatrix(closed))
        .withMessageContaining("closed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NDArrays.toVector(Nd4j.create("some", "text")))
        .withMessageContaining("UTF8");
  }

  /** The strides of zero spare the memory. */
  @Test
  void moreElementsThanOneJavaArrayHoldsAreRefused() {
    INDArray array =
        Nd4j.create(Nd4j.zeros(1).data(), new long[] {70_000, 70_000}, new long[2], 0, 'c');
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NDArrays.toMatrix(array))
        .withMessageContaining("70000")
        .withMessageContaining("convert it in parts");
  }

  @Test
  void anOpenWorkspaceIsLeftAlone() {
    INDArray outside;
    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager()
            .getAndActivateWorkspace(
                WorkspaceConfiguration.builder().initialSize(1 << 20).build(), "conversion")) {
      outside = NDArrays.toINDArray(SAMPLE);
      INDArray inside = outside.transpose().dup('c');
      assertThat(inside.isAttached()).isTrue();
      assertThat(NDArrays.toMatrix(inside)).isEqualTo(SAMPLE.transpose());
      assertThat(NDArrays.toMatrix(inside.transpose())).isEqualTo(SAMPLE);
      assertThat(workspace.isScopeActive()).isTrue();
    }
    assertThat(outside.isAttached()).isFalse();
    assertThat(NDArrays.toMatrix(outside)).isEqualTo(SAMPLE);
  }

  @Test
  void manyThreadsConvertTheSameArray() {
    Matrix matrix = random(300, 40);
    INDArray array = NDArrays.toINDArray(matrix);
    INDArray block = array.get(all(), interval(5, 25));
    List<Matrix> copies =
        Workers.of(4)
            .map(200, i -> i % 2 == 0 ? NDArrays.toMatrix(block) : NDArrays.toMatrix(array));
    for (int i = 0; i < copies.size(); i++) {
      assertThat(copies.get(i)).isEqualTo(i % 2 == 0 ? matrix.slice(0, 300, 5, 25) : matrix);
    }
  }
}
