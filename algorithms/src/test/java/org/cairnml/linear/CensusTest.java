package org.cairnml.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testing.Reference;
import org.cairnml.testkit.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logistic regression on the UCI census ("Adult") training set, where it is at hand. */
@Tag("numeric")
class CensusTest {

  private static final double COEFFICIENT = 1e-6;

  private static final Set<String> NUMERIC =
      Set.of("age", "fnlwgt", "education_num", "capital_gain", "capital_loss", "hours_per_week");

  @Test
  void coefficientsAreThoseOfConvergedScikitLearn() throws IOException {
    List<String[]> rows = read(SharedData.require("adult/adult_train.csv.gz"));
    List<double[]> columns = new ArrayList<>();
    String[] header = rows.get(0);
    for (int j = 0; j < header.length - 1; j++) {
      addColumns(header[j], column(rows, j), columns);
    }
    Matrix x = Matrix.ofColumns(columns.toArray(double[][]::new));
    Labels income = Labels.of(column(rows, header.length - 1));

    LogisticModel model = new LogisticRegression().fit(x, income);

    double[] expected =
        Reference.table(CensusTest.class, "classification_reference.csv")
            .values("census_1.0")
            .get("row0");
    assertThat(model.summary().converged()).isTrue();
    assertThat(model.intercepts()[0]).isCloseTo(expected[0], within(COEFFICIENT));
    assertThat(model.coefficients().row(0).toArray())
        .containsExactly(Arrays.copyOfRange(expected, 1, expected.length), within(COEFFICIENT));
  }

  private static List<String[]> read(Path file) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(",", -1)).toList();
    }
  }

  private static List<String> column(List<String[]> rows, int j) {
    return rows.subList(1, rows.size()).stream().map(row -> row[j]).toList();
  }

  private static void addColumns(String name, List<String> values, List<double[]> columns) {
    if (NUMERIC.contains(name)) {
      double[] v = values.stream().mapToDouble(Double::parseDouble).toArray();
      double mean = Arrays.stream(v).average().orElseThrow();
      double sd =
          Math.sqrt(Arrays.stream(v).map(a -> (a - mean) * (a - mean)).average().orElseThrow());
      columns.add(Arrays.stream(v).map(a -> (a - mean) / sd).toArray());
      return;
    }
    for (String level : values.stream().distinct().sorted().toList()) {
      columns.add(values.stream().mapToDouble(v -> v.equals(level) ? 1 : 0).toArray());
    }
  }
}
