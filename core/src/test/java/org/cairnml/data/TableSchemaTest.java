package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cairnml.base.DataException;
import org.junit.jupiter.api.Test;

class TableSchemaTest {

  private static final Table PEOPLE =
      Table.of(
          Column.numeric("id", 1, 2, 2, 4),
          Column.numeric("age", 30, -1, Double.NaN, 120),
          Column.category("plan", "free", "paid", null, "gold"));

  @Test
  void eachRuleNamesRowColumnValueAndWhatItExpects() {
    var report =
        new TableSchema()
            .kind("age", Column.Kind.NUMERIC)
            .range("age", 0, 120)
            .allowed("plan", "free", "paid")
            .unique("id")
            .notNull("plan", "id")
            .check(PEOPLE);
    assertThat(report.violations().stream().map(Object::toString))
        .containsExactly(
            "row 1, column 'age': '-1', expected a number from 0 to 120",
            "row 3, column 'plan': 'gold', expected one of [free, paid]",
            "row 2, column 'id': '2', expected a value of its own, but row 1 has the same",
            "row 2, column 'plan': missing, expected a value");
    assertThat(report.rows()).containsExactly(1, 2, 3);
    assertThat(report.toString()).startsWith("4 violations in 3 of 4 rows\n");
  }

  @Test
  void absentColumnsAndWrongKindsAreOfNoRow() {
    var report =
        new TableSchema()
            .kind("plan", Column.Kind.NUMERIC)
            .range("height", 0, 3)
            .unique("id", "name")
            .check(PEOPLE);
    assertThat(report.violations())
        .extracting(TableSchema.Violation::column)
        .containsExactly("plan", "height", "name");
    assertThat(report.violations()).allMatch(v -> v.row() == TableSchema.NO_ROW);
    assertThat(report.rows()).isEmpty();
  }

  @Test
  void keysOfSeveralColumnsAreUniqueTogether() {
    assertThat(new TableSchema().unique("id", "plan").check(PEOPLE).isValid()).isTrue();
  }

  @Test
  void aTextIsInNoRange() {
    assertThat(new TableSchema().range("plan", 0, 1).check(PEOPLE).rows()).containsExactly(0, 1, 3);
  }

  @Test
  void requireReturnsTheTableOrThrowsTheReport() {
    assertThat(new TableSchema().notNull("id").require(PEOPLE)).isSameAs(PEOPLE);
    assertThatThrownBy(() -> new TableSchema().notNull("age").require(PEOPLE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 2, column 'age'");
    assertThatThrownBy(() -> new TableSchema().range("age", 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'age'");
  }

  @Test
  void rulesAreAddedToACopy() {
    var none = new TableSchema();
    none.notNull("age");
    assertThat(none.check(PEOPLE).isValid()).isTrue();
  }

  @Test
  void duplicatesRepeatAnEarlierRow() {
    Table table =
        Table.of(
            Column.numeric("x", 0.0, -0.0, Double.NaN, Double.NaN, 1),
            Column.text("s", "a", "a", null, null, "a"));
    assertThat(table.duplicates()).containsExactly(1, 3);
    assertThat(table.duplicates("s")).containsExactly(1, 3, 4);
    assertThat(table.distinct().column("x").toDoubles()).containsExactly(0, Double.NaN, 1);
    assertThat(table.distinct().distinct()).isEqualTo(table.distinct());
  }

  @Test
  void columnsOfHardlyMoreThanOneValueAreFound() {
    Table table =
        Table.of(
            Column.numeric("same", 1, 1, 1, 1),
            Column.category("nearly", "a", "a", "b", "a"),
            Column.numeric("empty", Double.NaN, Double.NaN, Double.NaN, Double.NaN),
            Column.numeric("differs", 1, 2, 3, 4));
    assertThat(table.nearConstant(1)).containsExactly("same", "empty");
    assertThat(table.nearConstant(0.75)).containsExactly("same", "nearly", "empty");
    assertThat(table.head(0).nearConstant(1)).isEmpty();
    assertThatThrownBy(() -> table.nearConstant(0)).hasMessageContaining("share");
  }
}
