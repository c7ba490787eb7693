package org.cairnml.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.cairnml.core.ModelFile;
import org.cairnml.data.Column;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.cairnml.pipeline.PipelineModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Model files of this format, kept as they were written: every later version must read them and say
 * of the penguins what was said then. Never written anew; a newer format gets files of its own.
 */
class GoldenModelsTest {

  /** A few sums in another order, on another backend. */
  private static final double ROUNDING = 1e-9;

  @ParameterizedTest
  @ValueSource(strings = {"boosting", "forest", "logistic", "ridge", "texts"})
  void answersAreThoseOfTheDayItWasSaved(String name) throws IOException {
    Table birds = Csv.read(Path.of(System.getProperty("cairn.root"), "data", "penguins.csv"));
    Table said;
    try (InputStream file = getClass().getResourceAsStream("golden/" + name + ".cairn")) {
      said = ModelFile.load(file, PipelineModel.class).predict(birds).toTable();
    }
    List<String[]> answers = answers(name);
    assertThat(answers).isNotEmpty();
    for (String[] answer : answers) {
      Column column = said.column(answer[2]);
      int row = Integer.parseInt(answer[1]);
      if (column.kind() == Column.Kind.NUMERIC) {
        double expected = Double.parseDouble(answer[3]);
        assertThat(column.number(row))
            .as("%s of row %d", answer[2], row)
            .isCloseTo(expected, Offset.offset(ROUNDING * Math.max(1, Math.abs(expected))));
      } else {
        assertThat(column.string(row)).isEqualTo(answer[3]);
      }
    }
  }

  /** The lines of a model: its name, the row, the column, the value. */
  private List<String[]> answers(String name) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                getClass().getResourceAsStream("golden/answers.csv"), StandardCharsets.UTF_8))) {
      return in.lines().map(line -> line.split(",")).filter(l -> l[0].equals(name)).toList();
    }
  }
}
