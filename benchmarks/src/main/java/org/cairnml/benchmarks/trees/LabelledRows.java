package org.cairnml.benchmarks.trees;

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

/** Rows with classes, parted into training and test rows, as {@code trees.py data} writes them. */
record LabelledRows(Dataset train, Dataset test) {

  private static final int HEADER_BYTES = 24;

  static LabelledRows read(Path file) {
    ByteBuffer bytes = map(file);
    int rows = (int) bytes.getLong(0);
    int training = (int) bytes.getLong(16);
    return new LabelledRows(part(bytes, 0, training), part(bytes, training, rows));
  }

  /** All rows, in the order of the file. */
  static Dataset all(Path file) {
    ByteBuffer bytes = map(file);
    return part(bytes, 0, (int) bytes.getLong(0));
  }

  private static ByteBuffer map(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dataset part(ByteBuffer bytes, int from, int to) {
    int columns = (int) bytes.getLong(8);
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
