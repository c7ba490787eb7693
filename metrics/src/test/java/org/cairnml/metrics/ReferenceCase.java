package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Inputs and the values that another program computes from them, as its script wrote them: sections
 * "[name]" of lines "key = numbers". The first line of a file states its origin.
 */
record ReferenceCase(String name, Map<String, double[]> values) {

  /** Both sides round sums of at most some hundred terms; 1e-12 of the size is ample for that. */
  static final double TOLERANCE = 1e-12;

  static List<ReferenceCase> load(String file) {
    List<ReferenceCase> cases = new ArrayList<>();
    try (var in = ReferenceCase.class.getResourceAsStream(file);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          cases.add(new ReferenceCase(line.substring(1, line.length() - 1), new LinkedHashMap<>()));
        } else if (line.contains(" =")) {
          int split = line.indexOf(" =");
          String numbers = line.substring(split + 2).trim();
          cases
              .get(cases.size() - 1)
              .values
              .put(
                  line.substring(0, split),
                  numbers.isEmpty()
                      ? new double[0]
                      : Arrays.stream(numbers.split(" "))
                          .mapToDouble(ReferenceCase::number)
                          .toArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(cases).as(file).isNotEmpty();
    return cases;
  }

  private static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  double[] get(String key) {
    assertThat(values).as(name).containsKey(key);
    return values.get(key);
  }

  int[] ints(String key) {
    return Arrays.stream(get(key)).mapToInt(v -> (int) v).toArray();
  }

  double single(String key) {
    assertThat(get(key)).as(key).hasSize(1);
    return get(key)[0];
  }

  /** Labels of classes 0 to {@code classes - 1}. */
  Labels labels(String key) {
    return Labels.ofCodes(
        ints(key),
        IntStream.range(0, (int) single("classes")).mapToObj(Integer::toString).toList());
  }

  /** A matrix with a row for each of the truth. */
  Matrix matrix(String key) {
    int rows = get("truth").length;
    return Matrix.wrap(get(key), rows, get(key).length / rows);
  }

  /** Compares if the file has a value for it. */
  void check(String key, double actual) {
    if (has(key)) {
      assertThat(actual).as(name + ": " + key).isCloseTo(single(key), near(single(key)));
    }
  }

  void check(String key, double[] actual) {
    double[] expected = get(key);
    assertThat(actual).as(name + ": " + key).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as(name + ": " + key + " " + i)
          .isCloseTo(expected[i], near(expected[i]));
    }
  }

  private static Offset<Double> near(double expected) {
    return Offset.offset(Double.isNaN(expected) ? 0 : TOLERANCE * Math.max(1, Math.abs(expected)));
  }

  @Override
  public String toString() {
    return name;
  }
}
