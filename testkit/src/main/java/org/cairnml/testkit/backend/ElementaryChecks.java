package org.cairnml.testkit.backend;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cairnml.linalg.backend.Backend;
import org.junit.jupiter.api.DynamicTest;

/** Functions of doubles against values that were computed in higher precision. */
final class ElementaryChecks {
  /** More than the lanes of any vector, and an odd one. */
  private static final int COPIES = 17;

  private final Backend backend;

  ElementaryChecks(Backend backend) {
    this.backend = backend;
  }

  Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("exp and log are within two units in the last place", this::elementary));
  }

  private void elementary() {
    for (String line : lines()) {
      String[] cells = line.split(",");
      double[] x = new double[COPIES];
      Arrays.fill(x, Double.parseDouble(cells[1]));
      double[] y = new double[COPIES];
      if (cells[0].equals("exp")) {
        backend.exp(COPIES, x, 0, y, 0);
      } else {
        backend.log(COPIES, x, 0, y, 0);
      }
      double high = Double.parseDouble(cells[2]);
      double low = Double.parseDouble(cells[3]);
      for (double value : y) {
        if (!(Math.abs((value - high) - low) <= 2 * Math.ulp(high))) {
          throw new AssertionError(line + ", but got " + value);
        }
      }
    }
  }

  private static List<String> lines() {
    try (var file = ElementaryChecks.class.getResourceAsStream("elementary.csv")) {
      var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines.filter(l -> !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
