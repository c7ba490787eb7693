package org.cairnml.nd4j;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's arrays as Cairn's matrices and vectors, and back. No method here shares memory: a {@link
 * Matrix} lies in a {@code double[]} on the Java heap and an {@link INDArray} outside it, always.
 * So every result is a copy with a life of its own, and a change of one is never seen in the other.
 *
 * <p>What a conversion to Cairn costs:
 *
 * <ul>
 *   <li>One copy, straight to the heap, for type DOUBLE if the elements of a row follow each other:
 *       order 'c', and views of some rows or of neighbouring columns of such arrays.
 *   <li>Two copies, the first by ND4J to memory outside the heap that is freed on return, for all
 *       else: order 'f', transposes, views with steps, broadcasts, and other types.
 * </ul>
 *
 * <p>Elements stay where they are by index: element (i, j) of the array is element (i, j) of the
 * matrix, whatever the order. FLOAT, HALF, BFLOAT16, the integer types and BOOL (1 for true) become
 * the same numbers in double; only of LONG and UINT64 those beyond 2^53 are rounded. NaN and
 * infinity stay as they are.
 *
 * <p>An array made here belongs to no workspace, even if one is open. It is freed by {@link
 * INDArray#close()} or, some time after it has become unreachable, by ND4J.
 */
public final class NDArrays {

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private NDArrays() {}

  /**
   * The elements of an array of rank 2, copied.
   *
   * @throws IllegalArgumentException if the array has another rank, holds text, was closed, or has
   *     more elements than one Java array
   */
  public static Matrix toMatrix(INDArray array) {
    check(array, 2, "use toVector for rank 1, or reshape it");
    Matrix matrix = Matrix.zeros((int) array.size(0), (int) array.size(1));
    long stride = array.stride(1) == 1 ? array.stride(0) : 0;
    read(array, stride, matrix.rows(), matrix.cols(), matrix.data());
    return matrix;
  }

  /**
   * The elements of an array of rank 1, copied.
   *
   * @throws IllegalArgumentException if the array has another rank, holds text, was closed, or has
   *     more elements than one Java array
   */
  public static Vector toVector(INDArray array) {
    check(array, 1, "use toMatrix for rank 2, or reshape it");
    double[] values = new double[(int) array.size(0)];
    read(array, array.stride(0) == 1 ? values.length : 0, 1, values.length, values);
    return Vector.wrap(values);
  }

  /** The elements of a matrix as an array of type DOUBLE, order 'c', in one copy. */
  public static INDArray toINDArray(Matrix matrix) {
    return write(
        matrix.rows(),
        matrix.cols(),
        matrix.data(),
        matrix.offset(),
        matrix.stride(),
        matrix.rows(),
        matrix.cols());
  }

  /**
   * The elements of a matrix as an array of order 'c': of type DOUBLE in one copy, of type FLOAT in
   * two. Numbers that no float equals are rounded, those too large for a float become infinite.
   *
   * @throws IllegalArgumentException if the type is neither DOUBLE nor FLOAT
   */
  public static INDArray toINDArray(Matrix matrix, DataType type) {
    return switch (type) {
      case DOUBLE -> toINDArray(matrix);
      case FLOAT -> narrow(matrix);
      default ->
          throw new IllegalArgumentException(
              "a matrix becomes an INDArray of type DOUBLE or FLOAT, not "
                  + type
                  + "; INDArray.castTo makes the others");
    };
  }

  /** The elements of a vector as an array of rank 1 and type DOUBLE. */
  public static INDArray toINDArray(Vector vector) {
    Vector plain = vector.isContiguous() ? vector : vector.copy();
    return write(1, plain.size(), plain.data(), plain.offset(), plain.size(), plain.size());
  }

  private static INDArray narrow(Matrix matrix) {
    INDArray floats = detached(DataType.FLOAT, matrix.rows(), matrix.cols());
    if (!floats.isEmpty()) {
      try (INDArray doubles = toINDArray(matrix)) {
        floats.assign(doubles);
      }
    }
    return floats;
  }

  private static INDArray write(
      int rows, int columns, double[] from, int offset, int ld, long... shape) {
    INDArray array = detached(DataType.DOUBLE, shape);
    if (!array.isEmpty()) {
      Blocks.copyIn(rows, columns, from, offset, ld, array);
    }
    return array;
  }

  /** A stride of 0 between rows says that the elements of a row do not follow each other. */
  private static void read(INDArray array, long stride, int rows, int columns, double[] to) {
    if (array.isEmpty()) {
      return;
    }
    if (array.dataType() == DataType.DOUBLE && stride >= columns) {
      Blocks.copyOut(array, stride, rows, columns, to, 0, columns);
    } else {
      try (INDArray plain = detached(DataType.DOUBLE, array.shape())) {
        plain.assign(array);
        Blocks.copyOut(plain, columns, rows, columns, to, 0, columns);
      }
    }
    Reference.reachabilityFence(array);
  }

  private static INDArray detached(DataType type, long... shape) {
    return Arrays.stream(shape).anyMatch(size -> size == 0)
        ? Nd4j.create(type, shape)
        : Nd4j.createUninitializedDetached(type, 'c', shape);
  }

  private static void check(INDArray array, int rank, String cure) {
    if (array.wasClosed()) {
      throw new IllegalArgumentException("the INDArray was closed, its elements are gone");
    }
    DataType type = array.dataType();
    if (type == DataType.UTF8 || array.isCompressed()) {
      throw new IllegalArgumentException(
          "an INDArray of type " + type + " holds no numbers that can be read");
    }
    String shape = Arrays.toString(array.shape());
    if (array.rank() != rank) {
      throw new IllegalArgumentException(
          "an INDArray of rank %d and shape %s, where rank %d is wanted; %s"
              .formatted(array.rank(), shape, rank, cure));
    }
    if (array.length() > LARGEST) {
      throw new IllegalArgumentException(
          "an INDArray of shape %s has %d elements, more than the %d that fit in one Java array; convert it in parts"
              .formatted(shape, array.length(), LARGEST));
    }
  }
}
