package org.cairnml.nd4j;

import org.bytedeco.javacpp.DoublePointer;
import org.cairnml.linalg.backend.FloatTwin;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies row-major blocks between the heap and arrays of ND4J, from where the array begins. The
 * caller holds on to the array meanwhile.
 */
@FloatTwin
final class Blocks {

  private Blocks() {}

  /** Copies a (rows x columns) block from the heap, and leaves no gaps. */
  static void copyIn(int rows, int columns, double[] from, int offset, int ld, INDArray to) {
    DoublePointer memory = memory(to);
    if (ld == columns) {
      memory.put(from, offset, rows * columns);
    } else {
      for (int i = 0; i < rows; i++) {
        memory.position((long) i * columns).put(from, offset + i * ld, columns);
      }
    }
  }

  /** Copies a (rows x columns) block to the heap; its rows begin a stride apart. */
  static void copyOut(
      INDArray from, long stride, int rows, int columns, double[] to, int offset, int ld) {
    DoublePointer memory = memory(from);
    if (stride == columns && ld == columns) {
      memory.get(to, offset, rows * columns);
    } else {
      for (int i = 0; i < rows; i++) {
        memory.position(i * stride).get(to, offset + i * ld, columns);
      }
    }
  }

  /** A pointer of its own, since its position moves and another thread may read the array too. */
  private static DoublePointer memory(INDArray array) {
    return new DoublePointer(array.data().addressPointer());
  }
}
