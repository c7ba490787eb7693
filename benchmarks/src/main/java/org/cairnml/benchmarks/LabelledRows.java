package org.cairnml.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Rows with classes, parted into training and test rows, as {@code forest_sklearn.py data} writes
 * them.
 */
record LabelledRows(Dataset train, Dataset test) {

  private static final int HEADER_BYTES = 24;

  static LabelledRows read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes =
          channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
      int rows = (int) bytes.getLong(0);
      int columns = (int) bytes.getLong(8);
      int training = (int) bytes.getLong(16);
      return new LabelledRows(
          part(bytes, columns, 0, training), part(bytes, columns, training, rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dataset part(ByteBuffer bytes, int columns, int from, int to) {
    int d = columns - 1;
    double[] x = new double[(to - from) * d];
    int[] y = new int[to - from];
    int classes = 0;
    for (int i = from; i < to; i++) {
      int start = HEADER_BYTES + 8 * columns * i;
      for (int j = 0; j < d; j++) {
        x[(i - from) * d + j] = bytes.getDouble(start + 8 * j);
      }
      y[i - from] = (int) bytes.getDouble(start + 8 * d);
      classes = Math.max(classes, y[i - from] + 1);
    }
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    return Dataset.of(Matrix.wrap(x, to - from, d), Labels.ofCodes(y, names));
  }
}
