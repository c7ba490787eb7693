package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cairnml.data.ColumnSummary.Frequency;
import org.junit.jupiter.api.Test;

class TableDescriptionTest {

  private static final double ROUNDING = 1e-12;

  private final Table table =
      Table.of(
          Column.numeric("x", 1, 2, 3, 4, 10, Double.NaN),
          Column.category("c", "a", "b", "b", null, "b", "a"),
          Column.bool("t", true, false, true, true, null, null),
          Column.time(
              "d",
              Arrays.asList(
                  LocalDate.of(2024, 5, 1), null, LocalDate.of(2023, 1, 1), null, null, null)),
          Column.numeric(
              "none", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));

  /** By hand: deviations -3, -2, -1, 0, 6 from the mean 4, squares 50, divisor 4. */
  @Test
  void numbers() {
    ColumnSummary x = table.describe().columns().get(0);
    assertThat(x.missing()).isEqualTo(1);
    assertThat(x.distinct()).isEqualTo(5);
    ColumnSummary.Numbers numbers = x.numbers().orElseThrow();
    assertThat(numbers.mean()).isEqualTo(4, within(ROUNDING));
    assertThat(numbers.sd()).isEqualTo(Math.sqrt(12.5), within(ROUNDING));
    assertThat(numbers.quantiles()).containsExactly(1.0, 2.0, 3.0, 4.0, 10.0);
    assertThat(numbers.histogram()).containsExactly(2, 1, 1, 0, 0, 0, 0, 1);
  }

  @Test
  void valuesOfOtherKinds() {
    List<ColumnSummary> columns = table.describe().columns();
    assertThat(columns.get(1).frequent())
        .containsExactly(new Frequency("b", 3), new Frequency("a", 2));
    assertThat(columns.get(2).frequent())
        .containsExactly(new Frequency("true", 3), new Frequency("false", 1));
    assertThat(columns.get(3).first()).contains("2023-01-01");
    assertThat(columns.get(3).last()).contains("2024-05-01");
    assertThat(columns.get(4).numbers()).isEmpty();
    assertThat(columns.get(4).missing()).isEqualTo(6);
  }

  @Test
  void asMapsAndAsText() {
    Map<String, Object> map = table.describe().toMap();
    assertThat(map).containsEntry("rows", 6);
    assertThat(map.get("columns").toString())
        .contains("name=x", "kind=numeric", "median=3.0", "frequent={b=3, a=2}");
    assertThat(table.describe().toString().lines())
        .hasSize(7)
        .anyMatch(
            line -> line.matches("x +numeric +1 \\(16.7%\\) +5 +4 +3.5355 +1 +2 +3 +4 +10 .*"))
        .anyMatch(line -> line.contains("b 3, a 2"))
        .anyMatch(line -> line.contains("2023-01-01 to 2024-05-01"));
  }

  @Test
  void aTableWithoutRows() {
    assertThat(table.head(0).describe().toString()).contains("0 rows x 5 columns");
  }
}
