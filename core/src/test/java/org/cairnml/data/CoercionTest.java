package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;
import org.cairnml.data.TableSchema.Violation;
import org.junit.jupiter.api.Test;

class CoercionTest {

  private static final Table MESSY =
      Table.of(
          Column.text("price", " 12.5", "twelve", null, "N/A", "1e3", "3,5"),
          Column.category("sold", "2024-02-29", "29.2.2024", "2024-02-30", "", null, "2024-03-01"),
          Column.category("paid", "TRUE", "false", "yes", "", null, "True"));

  @Test
  void whatCannotBeReadIsMissingAndReportedByItsPlace() {
    Coercion prices = Coercion.of(MESSY, Kind.NUMERIC, "price");
    assertThat(prices.table().names()).isEqualTo(MESSY.names());
    assertThat(prices.table().column("price").toDoubles())
        .containsExactly(12.5, Double.NaN, Double.NaN, Double.NaN, 1000, Double.NaN);
    assertThat(prices.report().violations())
        .extracting(Violation::row, Violation::column, Violation::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "price", "twelve"),
            org.assertj.core.groups.Tuple.tuple(5, "price", "3,5"));
    assertThat(prices.report().toString()).contains("2 violations in 2 of 6 rows", "'twelve'");
  }

  @Test
  void timesAndTruthValues() {
    Table times = Coercion.of(MESSY, Kind.TIME, "sold").table();
    assertThat(times.column("sold").value(0)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(times.column("sold").missing()).isEqualTo(4);
    Coercion truths = Coercion.of(MESSY, Kind.BOOLEAN, "paid");
    assertThat(truths.table().column("paid").value(0)).isEqualTo(true);
    assertThat(truths.report().rows()).containsExactly(2);
  }

  @Test
  void aColumnOfTheKindStaysAndOthersAreRefused() {
    Table numbers = Table.of(Column.numeric("x", 1, 2));
    assertThat(Coercion.of(numbers, Kind.NUMERIC, "x").table()).isEqualTo(numbers);
    assertThat(Coercion.of(numbers, Kind.NUMERIC).report().isValid()).isTrue();
    for (Kind kind : List.of(Kind.TEXT, Kind.CATEGORY)) {
      assertThatThrownBy(() -> Coercion.of(numbers, kind, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Coercion.of(numbers, Kind.TIME, "y"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'y'");
  }
}
