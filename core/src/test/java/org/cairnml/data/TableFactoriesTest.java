package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairnml.base.DataException;
import org.cairnml.data.Column.Kind;
import org.junit.jupiter.api.Test;

class TableFactoriesTest {

  private enum Plan {
    BASIC,
    PLUS
  }

  private record Customer(
      String name, int age, Plan plan, Optional<Double> charge, LocalDate since) {}

  /** A bean. */
  public static final class Bean {

    private final double size;

    Bean(double size) {
      this.size = size;
    }

    /** A number. */
    public double getSize() {
      return size;
    }

    /** A truth value. */
    public boolean isLarge() {
      return size > 1;
    }
  }

  @Test
  void records() {
    Table table =
        Table.ofRecords(
            List.of(
                new Customer("Ann", 30, Plan.PLUS, Optional.of(1.5), LocalDate.of(2024, 1, 1)),
                new Customer("Bob", 40, Plan.BASIC, Optional.empty(), null)));
    assertThat(table.names()).containsExactly("name", "age", "plan", "charge", "since");
    assertThat(table.columns().stream().map(Column::kind))
        .containsExactly(Kind.CATEGORY, Kind.NUMERIC, Kind.CATEGORY, Kind.NUMERIC, Kind.TIME);
    assertThat(table.column("plan").toStrings()).containsExactly("PLUS", "BASIC");
    assertThat(table.column("charge").toDoubles()).containsExactly(1.5, Double.NaN);
    assertThatThrownBy(() -> Table.ofRecords(List.of())).isInstanceOf(DataException.class);
  }

  @Test
  void beans() {
    Table table = Table.ofBeans(Bean.class, List.of(new Bean(2), new Bean(0.5)));
    assertThat(table)
        .isEqualTo(Table.of(Column.bool("large", true, false), Column.numeric("size", 2, 0.5)));
    assertThatThrownBy(() -> Table.ofBeans(Runnable.class, List.of()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Runnable");
  }

  @Test
  void rowsAsMapsMayLackNames() {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("a", 1);
    first.put("b", "x");
    Table table = Table.ofRows(List.of(first, Map.of("b", "y", "c", true)));
    assertThat(table.names()).containsExactly("a", "b", "c");
    assertThat(table.column("a").toDoubles()).containsExactly(1, Double.NaN);
    assertThat(table.column("c").value(0)).isNull();
    assertThat(Table.ofRows(List.of(table.row(0), table.row(1)))).isEqualTo(table);
  }

  @Test
  void listsByName() {
    Table table = Table.ofColumns(Map.of("x", Arrays.asList(1, 2.5, null, 7L, Double.NaN)));
    assertThat(table.column("x").toDoubles()).containsExactly(1, 2.5, Double.NaN, 7, Double.NaN);
    assertThat(Table.ofColumns(Map.of("id", List.of(Long.MAX_VALUE, 1L))).column("id").string(0))
        .isEqualTo("9223372036854775807");
    assertThatThrownBy(() -> Table.ofColumns(Map.of("x", List.of(1, "two"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'x'")
        .hasMessageContaining("row 1")
        .hasMessageContaining("two");
  }
}
