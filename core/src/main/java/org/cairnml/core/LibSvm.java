package org.cairnml.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.cairnml.base.DataException;
import org.cairnml.data.TextFile;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseBuilder;
import org.cairnml.linalg.SparseMatrix;

/**
 * Data in the text format of LIBSVM and SVMlight: a line for each row, {@code target [qid:group]
 * index:value ...}, indices ascending, what is absent is 0, the rest of a line after {@code #} is a
 * comment. May be gzipped.
 */
public final class LibSvm {

  private static final int MAX_VALUES = Integer.MAX_VALUE - 8;

  /** What the name of a column takes in the schema, about. */
  private static final int BYTES_PER_COLUMN = 100;

  private final String file;
  private int line;
  private int rows;
  private int values;
  private int maxIndex;
  private int minIndex = Integer.MAX_VALUE;
  private boolean grouped;
  private double[] target = new double[64];
  private int[] groups = new int[64];
  private int[] ends = new int[64];
  private int[] indices = new int[1024];
  private double[] numbers = new double[1024];

  private LibSvm(String file) {
    this.file = file;
  }

  /**
   * The rows of a file as a dense matrix, with their numeric target, and groups if there are {@code
   * qid}s. Columns are named {@code f<index>}; they begin with 0 if the file has that index, else
   * with 1.
   *
   * @throws DataException if the file cannot be read or a line does not keep to the format; the
   *     message names the file, the line and the cure
   */
  public static Dataset read(Path path) {
    return parse(path).denseDataset();
  }

  /**
   * As {@link #read}, with sparse features.
   *
   * @throws DataException as {@link #read}
   */
  public static Dataset readSparse(Path path) {
    LibSvm reader = parse(path);
    return reader.dataset(Dataset.of(reader.sparse(), reader.schema()));
  }

  /**
   * As {@link #read}, with the columns of data read before: a test file often lacks the last ones.
   *
   * @param columns the schema of the training data
   * @throws DataException as {@link #read}, and if the file has an index beyond those columns
   */
  public static Dataset read(Path path, Schema columns) {
    return parse(path).within(columns).denseDataset();
  }

  /**
   * As {@link #read(Path, Schema)}, with sparse features.
   *
   * @throws DataException as {@link #read(Path, Schema)}
   */
  public static Dataset readSparse(Path path, Schema columns) {
    LibSvm reader = parse(path).within(columns);
    return reader.dataset(Dataset.of(reader.sparse(), reader.schema()));
  }

  /** Takes the indices of other data, which must have all of these. */
  private LibSvm within(Schema columns) {
    int first = columns.width() > 0 && columns.name(0).equals("f0") ? 0 : 1;
    int last = first + columns.width() - 1;
    if (minIndex < first || maxIndex > last) {
      throw new DataException(
          file
              + " has the index "
              + (minIndex < first ? minIndex : maxIndex)
              + ", but the columns given are f"
              + first
              + " to f"
              + last
              + "; read the training data with as many columns, or leave the index out");
    }
    minIndex = first;
    maxIndex = last;
    if (!schema().equals(columns)) {
      throw new IllegalArgumentException(
          "the columns must be named f" + first + " to f" + last + ", as read from such a file");
    }
    return this;
  }

  private static LibSvm parse(Path path) {
    LibSvm reader = new LibSvm(path.toString());
    try (BufferedReader in = new BufferedReader(TextFile.open(path))) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        reader.line++;
        reader.addLine(text);
      }
    } catch (IOException e) {
      throw TextFile.failure(path, e, reader.line);
    }
    reader.requireValues();
    return reader;
  }

  private void addLine(String text) {
    int comment = text.indexOf('#');
    String content = (comment < 0 ? text : text.substring(0, comment)).strip();
    if (content.isEmpty()) {
      return;
    }
    String[] parts = content.split("\\s+");
    grow();
    target[rows] = number(parts[0], "the target");
    if (Double.isNaN(target[rows])) {
      throw failure("the target is missing, a number is needed");
    }
    int last = -1;
    boolean hasGroup = false;
    for (int k = 1; k < parts.length; k++) {
      int colon = parts[k].indexOf(':');
      if (colon <= 0) {
        throw failure("'" + parts[k] + "' is no index:value");
      }
      String value = parts[k].substring(colon + 1);
      if (k == 1 && parts[k].startsWith("qid:")) {
        groups[rows] = integer(value);
        hasGroup = true;
        continue;
      }
      int index = integer(parts[k].substring(0, colon));
      if (index <= last) {
        throw failure("index " + index + " after " + last + ", indices must ascend");
      }
      last = index;
      addValue(index, number(value, "index " + index));
    }
    if (rows > 0 && hasGroup != grouped) {
      throw failure((hasGroup ? "has a qid" : "has no qid") + ", unlike the lines before");
    }
    grouped = hasGroup;
    ends[rows++] = values;
  }

  private void addValue(int index, double value) {
    if (index > maxIndex && index > Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_COLUMN) {
      throw failure(
          "index "
              + index
              + " makes so many columns that their names take more than half of the heap; give more"
              + " heap (-Xmx), or number the columns that are there from 1");
    }
    if (values == indices.length) {
      indices = Arrays.copyOf(indices, 2 * values);
      numbers = Arrays.copyOf(numbers, 2 * values);
    }
    indices[values] = index;
    numbers[values++] = value;
    minIndex = Math.min(minIndex, index);
    maxIndex = Math.max(maxIndex, index);
  }

  private void grow() {
    if (rows == target.length) {
      target = Arrays.copyOf(target, 2 * rows);
      groups = Arrays.copyOf(groups, 2 * rows);
      ends = Arrays.copyOf(ends, 2 * rows);
    }
  }

  private int integer(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw failure("'" + text + "' is no whole number");
    }
    throw failure("'" + text + "' is negative");
  }

  private double number(String text, String what) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw failure(what + " is '" + text + "', a number is needed");
    }
    if (Double.isInfinite(number)) {
      throw failure(what + " is '" + text + "', beyond the range of a double");
    }
    return number;
  }

  private DataException failure(String what) {
    return new DataException(
        file + ", line " + line + ": " + what + "; lines must be: target [qid:group] index:value");
  }

  private void requireValues() {
    if (values == 0) {
      throw new DataException(
          file + " has no values; each line must be: target [qid:group] index:value ...");
    }
  }

  private int first() {
    return Math.min(1, minIndex);
  }

  private int cols() {
    return maxIndex - first() + 1;
  }

  private Schema schema() {
    String[] names = new String[cols()];
    Arrays.setAll(names, j -> "f" + (j + first()));
    return Schema.numeric(names);
  }

  private Dataset denseDataset() {
    int cols = cols();
    if ((long) rows * cols > MAX_VALUES) {
      throw new DataException(
          file
              + " is "
              + rows
              + " x "
              + cols
              + ", too large for a dense matrix; take LibSvm.readSparse or fewer rows");
    }
    double[] data = new double[rows * cols];
    for (int i = 0, k = 0; i < rows; i++) {
      for (; k < ends[i]; k++) {
        data[i * cols + indices[k] - first()] = numbers[k];
      }
    }
    return dataset(Dataset.of(Matrix.wrap(data, rows, cols), schema()));
  }

  private SparseMatrix sparse() {
    var builder = new SparseBuilder(cols());
    for (int i = 0, k = 0; i < rows; i++) {
      for (; k < ends[i]; k++) {
        builder.add(indices[k] - first(), numbers[k]);
      }
      builder.endRow();
    }
    return builder.build();
  }

  private Dataset dataset(Dataset features) {
    Dataset dataset = features.withTarget(Arrays.copyOf(target, rows));
    return grouped ? dataset.withGroups(Arrays.copyOf(groups, rows)) : dataset;
  }
}
