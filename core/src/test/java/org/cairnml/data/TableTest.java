package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table =
      Table.of(
          Column.numeric("age", 30, Double.NaN, 25.5),
          Column.category("contract", "Two year", "Monthly", null),
          Column.bool("active", true, null, false),
          Column.time("since", Arrays.asList(LocalDate.of(2024, 2, 29), null, LocalDate.EPOCH)),
          Column.text("note", "a", null, "b\nc"));

  @Test
  void rowsAreMapsOfColumnNames() {
    assertThat(table.row(0))
        .isEqualTo(
            Map.of(
                "age",
                30.0,
                "contract",
                "Two year",
                "active",
                true,
                "since",
                LocalDate.of(2024, 2, 29),
                "note",
                "a"));
    assertThat(table.row(1)).containsEntry("age", null).containsEntry("contract", "Monthly");
  }

  @Test
  void textsOfValues() {
    assertThat(table.column("age").string(0)).isEqualTo("30");
    assertThat(table.column("age").string(1)).isNull();
    assertThat(table.column("age").string(2)).isEqualTo("25.5");
    assertThat(table.column("active").string(2)).isEqualTo("false");
    assertThat(table.column("since").string(2)).isEqualTo("1970-01-01");
    assertThat(Column.numeric("x", 1e-4, 1e20, 123456789.25, -0.0).toStrings())
        .containsExactly("0.0001", "1.0E20", "123456789.25", "-0");
  }

  @Test
  void anUnknownColumnIsNamedWithTheOneThatWasMeant() {
    assertThatThrownBy(() -> table.column("Contrakt"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'Contrakt'")
        .hasMessageContaining("did you mean 'contract'")
        .hasMessageContaining("age");
  }

  @Test
  void columnsOfUnequalLengthOrEqualNameAreRefused() {
    assertThatThrownBy(() -> Table.of(Column.numeric("a", 1, 2), Column.numeric("b", 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'b'");
    assertThatThrownBy(() -> Table.of(Column.numeric("a", 1), Column.numeric("a", 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void selectingDroppingAndChangingColumns() {
    assertThat(table.select("note", "age").names()).containsExactly("note", "age");
    assertThat(table.drop("note", "age").names()).containsExactly("contract", "active", "since");
    assertThat(table.withColumn(Column.numeric("age", 1, 2, 3)).column("age").number(2))
        .isEqualTo(3);
    assertThat(table.withColumn(Column.numeric("new", 1, 2, 3)).names()).endsWith("new");
    assertThat(table.rename("age", "years").names()).startsWith("years");
    assertThatThrownBy(() -> table.drop("nothing")).isInstanceOf(DataException.class);
  }

  @Test
  void filteringAndSortingPutsMissingValuesLast() {
    assertThat(table.filter(i -> table.column("age").number(i) > 26).rows()).isEqualTo(1);
    assertThat(table.sortBy("age").column("age").toDoubles()).containsExactly(25.5, 30, Double.NaN);
    assertThat(table.sortBy("since").column("since").toStrings())
        .containsExactly("1970-01-01", "2024-02-29", null);
    assertThat(table.sortBy("contract").column("contract").toStrings())
        .containsExactly("Monthly", "Two year", null);
    assertThat(table.sortBy("note").column("note").toStrings()).containsExactly("a", "b\nc", null);
  }

  @Test
  void aMatrixTakesNumbersAndTruthValues() {
    Matrix x = table.toMatrix("active", "age");
    assertThat(x.rows()).isEqualTo(3);
    assertThat(x.get(0, 0)).isEqualTo(1);
    assertThat(x.get(2, 1)).isEqualTo(25.5);
    assertThat(x.get(1, 0)).isNaN();
    assertThatThrownBy(() -> table.toMatrix("contract"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'contract'")
        .hasMessageContaining("category");
  }

  @Test
  void labelsOfColumns() {
    assertThat(Column.category("y", "b", "a", "b").toLabels()).isEqualTo(Labels.of("b", "a", "b"));
    assertThat(Column.numeric("y", 10, 9).toLabels()).isEqualTo(Labels.of("10", "9"));
    assertThatThrownBy(() -> table.column("contract").toLabels())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 2");
  }

  @Test
  void aSplitHasAllRowsOnceAndTheSharesOfEachLevel() {
    String[] labels = new String[1000];
    double[] index = new double[1000];
    for (int i = 0; i < 1000; i++) {
      labels[i] = i % 10 == 0 ? "rare" : "common";
      index[i] = i;
    }
    Table data = Table.of(Column.numeric("i", index), Column.category("y", labels));
    Table.Split split = data.split(0.8, "y", Seed.of(42));
    assertThat(split.train().rows()).isEqualTo(800);
    assertThat(split.train().column("y").toLabels().counts()).containsExactly(720, 80);
    assertThat(split.test().column("y").toLabels().counts()).containsExactly(180, 20);
    double[] all =
        java.util.stream.DoubleStream.concat(
                Arrays.stream(split.train().column("i").toDoubles()),
                Arrays.stream(split.test().column("i").toDoubles()))
            .sorted()
            .toArray();
    assertThat(all).isEqualTo(index);
    assertThat(data.split(0.8, "y", Seed.of(42))).isEqualTo(split);
    assertThat(data.split(0.8, "y", Seed.of(43))).isNotEqualTo(split);
    assertThat(data.split(0.75, Seed.of(1)).train().rows()).isEqualTo(750);
  }

  @Test
  void aNumericTargetIsSplitByItsDeciles() {
    double[] y = new double[100];
    for (int i = 0; i < 100; i++) {
      y[i] = i * i;
    }
    Table test = Table.of(Column.numeric("y", y)).split(0.9, "y", Seed.of(3)).test();
    double[] sorted = test.sortBy("y").column("y").toDoubles();
    for (int i = 0; i < 10; i++) {
      assertThat(Math.sqrt(sorted[i])).isBetween(10.0 * i, 10.0 * i + 9);
    }
  }

  @Test
  void aSplitThatLeavesNoRowsIsRefused() {
    assertThatThrownBy(() -> table.head(1).split(0.5, Seed.of(1)))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> table.split(1.5, Seed.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.5");
  }

  @Test
  void aSampleIsDrawnWithoutReplacement() {
    Table rows = Table.of(Column.numeric("i", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    double[] drawn = rows.sample(6, Seed.of(5)).column("i").toDoubles();
    assertThat(drawn).hasSize(6).isSorted().doesNotHaveDuplicates();
    assertThat(rows.sample(100, Seed.of(5))).isEqualTo(rows);
  }

  @Test
  void printsAlignedColumns() {
    assertThat(table.toString().lines().toList())
        .isEqualTo(
            List.of(
                "    age  contract  active  since       note",
                "0    30  Two year  true    2024-02-29  a",
                "1     -  Monthly   -       -           -",
                "2  25.5  -         false   1970-01-01  b\u23cec",
                "3 rows x 5 columns"));
  }
}
