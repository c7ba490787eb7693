package org.cairnml.preprocessing.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.junit.jupiter.api.Test;

class RfmTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final Rfm RFM = new Rfm("customer", "date", "amount");

  /** Customer i of 10 makes i + 1 purchases of 10 each, the last one on day i. */
  private static Table sales() {
    List<String> customers = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (int k = 0; k <= i; k++) {
        customers.add("c" + i);
        days.add(DAY.plusDays(i - k));
      }
    }
    double[] amounts = new double[customers.size()];
    java.util.Arrays.fill(amounts, 10);
    return Table.of(
        Column.category("customer", customers),
        Column.time("date", days),
        Column.numeric("amount", amounts));
  }

  @Test
  void scoresAreFifthsOfTheCustomers() {
    Table scored = RFM.fit(sales()).score(sales());
    assertThat(scored.rows()).isEqualTo(10);
    assertThat(scored.column("recency").toDoubles()).containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(scored.column("monetary").number(4)).isEqualTo(50);
    for (String score : List.of("R", "F", "M")) {
      assertThat(scored.column(score).toDoubles()).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
    }
    assertThat(scored.column("segment").string(9)).isEqualTo("champions");
    assertThat(scored.column("segment").string(0)).isEqualTo("hibernating");
  }

  @Test
  void theFifthsAreThoseOfTheCustomersOfTraining() {
    RfmModel model = RFM.fit(sales());
    Table other =
        Table.of(
            Column.category("customer", "new"),
            Column.time("date", List.of(DAY)),
            Column.numeric("amount", 1e6));
    Table scored = model.score(other, DAY.plusDays(30).atStartOfDay());
    assertThat(scored.row(0)).containsEntry("R", 1.0).containsEntry("F", 1.0);
    assertThat(scored.row(0)).containsEntry("M", 5.0);
    var codec = new RfmModelCodec();
    assertThat(codec.read(codec.write(model)).score(sales())).isEqualTo(model.score(sales()));
  }

  @Test
  void everyPairOfScoresHasASegment() {
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        assertThat(RfmSegment.of(r, f).words()).isNotBlank();
      }
    }
    assertThat(RfmSegment.of(1, 5)).isEqualTo(RfmSegment.CANNOT_LOSE);
    assertThat(RfmSegment.of(4, 1)).isEqualTo(RfmSegment.PROMISING);
  }

  @Test
  void whatIsMissingOrLateIsNamed() {
    Table gap = sales().withColumn(Column.numeric("amount", new double[55]));
    double[] amounts = gap.column("amount").toDoubles();
    amounts[7] = Double.NaN;
    assertThatThrownBy(() -> RFM.fit(gap.withColumn(Column.numeric("amount", amounts))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 7")
        .hasMessageContaining("'amount'");
    assertThatThrownBy(() -> RFM.fit(sales(), DAY.plusDays(3).atStartOfDay()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("later than");
    assertThatThrownBy(() -> new Rfm("customer", "customer", "amount").fit(sales()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("times are needed");
  }
}
