package org.cairnml.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.cairnml.linalg.Matrix;

/** Arrays that a script beside the file has computed with another program, by name. */
public final class Reference {

  /** The same few operations in another order, on values of the size of the scale given. */
  private static final double ROUNDING = 1e-12;

  private final Map<String, Matrix> arrays = new HashMap<>();

  private Reference(String file) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Reference.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      in.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] words = line.split(" ");
    int rows = Integer.parseInt(words[1]);
    int cols = Integer.parseInt(words[2]);
    double[] values = new double[rows * cols];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.parseDouble(words[i + 3]);
    }
    arrays.put(words[0], Matrix.wrap(values, rows, cols));
  }

  /** The arrays of a file of this package. */
  public static Reference read(String file) {
    return new Reference(file);
  }

  /** The array of this name (a copy). */
  public Matrix matrix(String name) {
    assertThat(arrays).containsKey(name);
    return arrays.get(name).copy();
  }

  /** The values of the array of this name. */
  public double[] values(String name) {
    return matrix(name).data();
  }

  /** Asserts that a matrix is the array of this name up to rounding. */
  public void assertSame(Matrix actual, String name) {
    assertClose(actual, matrix(name), ROUNDING);
  }

  /** Asserts that two matrices differ by no more than {@code tolerance} times 1 + the value. */
  public static void assertClose(Matrix actual, Matrix expected, double tolerance) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.cols()).isEqualTo(expected.cols());
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.cols(); j++) {
        double e = expected.get(i, j);
        double a = actual.get(i, j);
        if (Double.isNaN(e)) {
          assertThat(a).as("row %d, column %d", i, j).isNaN();
        } else {
          assertThat(a)
              .as("row %d, column %d", i, j)
              .isCloseTo(e, Offset.offset(tolerance * (1 + Math.abs(e))));
        }
      }
    }
  }
}
