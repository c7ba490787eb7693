package org.cairnml.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairnml.EveryTransformer;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Transformer;
import org.cairnml.data.Column;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every transformer, alone in a pipeline, on tables that are not what it was made for: a refusal
 * that names row, column, value and cure, or features without a NaN that the table did not have.
 */
class HostileTablesTest {

  private static final int ROWS = 40;
  private static final Table GOOD = table(ROWS);

  static Stream<Transformer<?>> transformers() {
    return EveryTransformer.all();
  }

  private static Table table(int rows) {
    SplittableRandom random = Seed.of(3).generator();
    double[] size = random.doubles(rows, 0.001, 0.005).toArray();
    double[] price = random.doubles(rows, 100, 900).map(Math::rint).toArray();
    String[] color = new String[rows];
    Arrays.setAll(color, i -> List.of("blue", "green", "red").get(random.nextInt(3)));
    String[] sold = new String[rows];
    Arrays.setAll(sold, i -> 1000 * size[i] + random.nextDouble() > 3.5 ? "yes" : "no");
    return Table.of(
        Column.numeric("size", size),
        Column.numeric("price", price),
        Column.category("color", color),
        Column.category("sold", sold));
  }

  private static Pipeline pipeline(Transformer<?> transformer) {
    return Pipeline.of("sold", new Anything()).with(transformer);
  }

  private static Table with(Table table, String column, int row, double value) {
    double[] values = table.column(column).toDoubles();
    values[row] = value;
    return table.withColumn(Column.numeric(column, values));
  }

  private static Table with(Table table, String column, Double constant) {
    double[] values = new double[table.rows()];
    Arrays.fill(values, constant);
    return table.withColumn(Column.numeric(column, values));
  }

  /** Features without NaN, or a refusal that names the parts. */
  private static void finiteOrRefused(
      java.util.function.Supplier<Matrix> features, String... parts) {
    Matrix x;
    try {
      x = features.get();
    } catch (DataException e) {
      assertThat(e.getMessage()).contains(parts);
      return;
    }
    for (int i = 0; i < x.rows(); i++) {
      for (double value : x.row(i).toArray()) {
        assertThat(value).as("row %d of %s", i, x.row(i)).isFinite();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void infinityIsRefusedByPlace(Transformer<?> transformer) {
    Table bad = with(GOOD, "price", 7, Double.NEGATIVE_INFINITY);
    PipelineModel model = pipeline(transformer).fit(GOOD);
    for (var call :
        List.<Runnable>of(() -> pipeline(transformer).fit(bad), () -> model.predict(bad))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("row 7", "'price'", "-Infinity", "correct");
    }
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void aMissingNumberIsRefusedByPlaceOrFilledOrPassed(Transformer<?> transformer) {
    Table bad = with(GOOD, "price", 7, Double.NaN);
    PipelineModel model = pipeline(transformer).fit(GOOD);
    if (transformer instanceof HandlesMissing) {
      Matrix x = model.transform(bad);
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < x.cols(); j++) {
          boolean ofPrice = model.model().schema().name(j).contains("price");
          assertThat(Double.isNaN(x.get(i, j)) && (i != 7 || !ofPrice)).isFalse();
        }
      }
    } else {
      assertThatThrownBy(() -> model.predict(bad))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("row 7", "'price'", "missing", "impute");
      assertThatThrownBy(() -> pipeline(transformer).fit(bad))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("row 7", "'price'", "missing", "impute");
    }
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void anUnseenLevelIsReportedAndSpoilsNoOtherColumn(Transformer<?> transformer) {
    String[] colors = GOOD.column("color").toStrings().toArray(String[]::new);
    colors[4] = "violet";
    Table bad = GOOD.withColumn(Column.category("color", colors));
    PipelineModel model = pipeline(transformer).fit(GOOD);
    assertThat(model.predict(bad).notes())
        .anyMatch(note -> note.contains("'color'") && note.contains("violet"));
    Matrix x = model.transform(bad);
    for (int j = 0; j < x.cols(); j++) {
      boolean stillLevels = model.model().schema().get(j).isCategory();
      assertThat(Double.isNaN(x.get(4, j)))
          .as(model.model().schema().name(j))
          .isEqualTo(stillLevels);
    }
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void anEmptyColumnIsRefusedByNameOrDropped(Transformer<?> transformer) {
    Table bad = with(GOOD, "price", Double.NaN);
    PipelineModel model;
    try {
      model = pipeline(transformer).fit(bad);
    } catch (DataException e) {
      assertThat(e.getMessage()).contains("'price'");
      return;
    }
    Matrix x = model.transform(bad);
    for (int j = 0; j < x.cols(); j++) {
      boolean ofPrice = model.model().schema().name(j).contains("price");
      assertThat(Double.isNaN(x.get(0, j)) && !ofPrice).isFalse();
    }
    PipelineModel filled = pipeline(transformer).fit(GOOD);
    if (transformer instanceof HandlesMissing) {
      assertThat(filled.transform(bad).rows()).isEqualTo(ROWS);
    }
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void aConstantColumnAndASingleRowMakeNoNaN(Transformer<?> transformer) {
    for (double value : new double[] {1, 250}) {
      Table constant = with(GOOD, "price", value);
      finiteOrRefused(() -> pipeline(transformer).fit(constant).transform(constant));
      finiteOrRefused(() -> pipeline(transformer).fit(GOOD).transform(constant));
    }
    PipelineModel model = pipeline(transformer).fit(GOOD);
    Matrix one = model.transform(GOOD.rows(5));
    assertThat(one.row(0).toArray()).isEqualTo(model.transform(GOOD).row(5).toArray());
    Table twoRows = GOOD.rows(row("yes"), row("no"));
    finiteOrRefused(() -> pipeline(transformer).fit(twoRows).transform(twoRows));
  }

  private static int row(String sold) {
    return GOOD.column("sold").toStrings().indexOf(sold);
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void noRowsGiveNoPredictionsAndNothingToLearnFrom(Transformer<?> transformer) {
    PipelineModel model = pipeline(transformer).fit(GOOD);
    assertThat(model.predict(GOOD.head(0)).labels().size()).isZero();
    assertThat(model.transform(GOOD.head(0)).rows()).isZero();
    assertThatThrownBy(() -> pipeline(transformer).fit(GOOD.head(0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> model.evaluate(GOOD.head(0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no rows");
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void columnsMayMoveButNotBeRenamedMissingOrOfAnotherKind(Transformer<?> transformer) {
    PipelineModel model = pipeline(transformer).fit(GOOD);
    Table moved = GOOD.select("sold", "color", "price", "size");
    assertThat(model.transform(moved)).isEqualTo(model.transform(GOOD));
    assertThatThrownBy(() -> model.predict(GOOD.rename("price", "prize")))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'price'", "missing", "did you mean 'prize'");
    assertThatThrownBy(() -> model.predict(GOOD.drop("color")))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("'color'", "missing", "size, price");
    Table words = GOOD.withColumn(Column.text("price", Collections.nCopies(ROWS, "cheap")));
    assertThatThrownBy(() -> model.predict(words))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("row 0", "'price'", "'cheap'", "number", "correct");
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void valuesFarOutsideTheTrainingRangeAreUsedOrRefusedByPlace(Transformer<?> transformer) {
    PipelineModel model = pipeline(transformer).fit(GOOD);
    for (double far :
        new double[] {0, -3, 1e18, -1e18, 1e200, Double.MAX_VALUE, -Double.MAX_VALUE}) {
      for (String column : List.of("size", "price")) {
        finiteOrRefused(() -> model.transform(with(GOOD, column, 7, far)), "row 7", column);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("transformers")
  void rowsAreCalledAsInTheFile(Transformer<?> transformer) {
    StringBuilder csv = new StringBuilder("size,price,color,sold\n");
    IntStream.range(0, ROWS)
        .forEach(i -> csv.append(String.join(",", texts(GOOD.row(i)))).append('\n'));
    Table read = Csv.read(new ByteArrayInputStream(csv.toString().getBytes(UTF_8)));
    Table some = read.filter(i -> i % 2 == 1);
    PipelineModel model = pipeline(transformer).fit(read);
    if (!(transformer instanceof HandlesMissing)) {
      assertThatThrownBy(() -> model.predict(with(some, "price", 7, Double.NaN)))
          .hasMessageContainingAll("line 17", "'price'");
      assertThatThrownBy(() -> pipeline(transformer).fit(with(some, "price", 7, Double.NaN)))
          .hasMessageContainingAll("line 17", "'price'");
    }
  }

  private static List<String> texts(java.util.Map<String, Object> row) {
    return row.values().stream().map(Object::toString).toList();
  }
}
