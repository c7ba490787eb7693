package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.data.Timeline.Aggregate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

  private static final double NAN = Double.NaN;
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  private static final Table SALES =
      Table.of(
          Column.category("shop", "a", "b", "a", "a", "b"),
          Column.time("day", List.of(DAY.plusDays(2), DAY, DAY, DAY.plusDays(1), DAY.plusDays(1))),
          Column.numeric("amount", 5, 10, 1, NAN, 20),
          Column.text("note", "z", null, "x", null, "y"));

  private final Timeline history = Timeline.of(SALES, "day", "shop");

  @Test
  void lagsAreOfTheSameKey() {
    assertThat(history.lag("amount", 1).toDoubles()).containsExactly(NAN, NAN, NAN, 1, 10);
    assertThat(history.lag("amount", 2).toDoubles()).containsExactly(1, NAN, NAN, NAN, NAN);
    assertThat(history.lag("shop", 1).toStrings()).containsExactly("a", null, null, "a", "b");
    assertThat(history.lag("day", 1).value(0)).isEqualTo(DAY.plusDays(1));
    assertThat(history.lag("amount", 1).name()).isEqualTo("amount_lag1");
  }

  @Test
  void gapsAreFilledFromBeforeOrAfter() {
    assertThat(history.forwardFill("amount").toDoubles()).containsExactly(5, 10, 1, 1, 20);
    assertThat(history.backwardFill("amount").toDoubles()).containsExactly(5, 10, 1, 5, 20);
    assertThat(history.forwardFill("note").toStrings()).containsExactly("z", null, "x", "x", "y");
    assertThat(history.backwardFill("note").toStrings()).containsExactly("z", "y", "x", "z", "y");
  }

  @Test
  void windowsOfADurationReachSoFarBack() {
    Duration day = Duration.ofDays(1);
    assertThat(history.rolling("amount", day, Aggregate.SUM).toDoubles())
        .containsExactly(0, 0, 0, 1, 10);
    assertThat(history.rolling("amount", Duration.ofHours(23), Aggregate.COUNT).toDoubles())
        .containsOnly(0);
    assertThat(history.rolling("amount", day.multipliedBy(7), Aggregate.MEAN))
        .isEqualTo(history.expanding("amount", Aggregate.MEAN).withName("amount_mean7d"));
    assertThat(history.rolling("amount", Duration.ofHours(36), Aggregate.MAX).name())
        .isEqualTo("amount_max36h");
    assertThatThrownBy(() -> history.rolling("amount", Duration.ZERO, Aggregate.MAX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                Timeline.of(SALES.filter(i -> i != 3), "amount")
                    .rolling("amount", day, Aggregate.MAX))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column of times");
  }

  @Test
  void windowsLeaveOutTheRowItselfAndGaps() {
    assertThat(history.expanding("amount", Aggregate.SUM).toDoubles())
        .containsExactly(1, 0, 0, 1, 10);
    assertThat(history.rolling("amount", 1, Aggregate.MEAN).toDoubles())
        .containsExactly(NAN, NAN, NAN, 1, 10);
    assertThat(history.rolling("amount", 1, Aggregate.MEAN).name()).isEqualTo("amount_mean1");
    assertThat(Timeline.of(SALES, "day").expanding("amount", Aggregate.COUNT).toDoubles())
        .containsExactly(3, 0, 0, 2, 2);
  }

  private static Table random(long seed) {
    Random random = new Random(seed);
    int n = 60;
    return Table.of(
        Column.numeric("key", IntStream.range(0, n).map(i -> random.nextInt(3)).toArray()),
        Column.numeric("time", IntStream.range(0, n).map(i -> random.nextInt(25)).toArray()),
        Column.numeric("v", IntStream.range(0, n).mapToDouble(i -> random.nextInt(9)).toArray()));
  }

  /** Whatever happens at or after a time changes nothing that rows of that time see. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void noRowSeesItsOwnTimeOrLater(long seed) {
    Table table = random(seed);
    double[] time = table.column("time").toDoubles();
    for (int now = 0; now < 25; now += 4) {
      double[] changed = table.column("v").toDoubles();
      for (int i = 0; i < changed.length; i++) {
        changed[i] = time[i] >= now ? 1000 + i : changed[i];
      }
      Timeline before = Timeline.of(table, "time", "key");
      Timeline after = Timeline.of(table.withColumn(Column.numeric("v", changed)), "time", "key");
      for (int i = 0; i < time.length; i++) {
        if (time[i] <= now) {
          assertThat(seen(after, i)).isEqualTo(seen(before, i));
        }
      }
    }
  }

  private static List<Double> seen(Timeline timeline, int row) {
    return List.of(
        timeline.lag("v", 1).number(row),
        timeline.lag("v", 3).number(row),
        timeline.rolling("v", 4, Aggregate.MEAN).number(row),
        timeline.expanding("v", Aggregate.MAX).number(row));
  }

  @ParameterizedTest
  @EnumSource(Aggregate.class)
  void aWindowLongerThanThePastIsTheWholePast(Aggregate aggregate) {
    Timeline timeline = Timeline.of(random(11), "time", "key");
    assertThat(timeline.rolling("v", 1000, aggregate).toDoubles())
        .containsExactly(timeline.expanding("v", aggregate).toDoubles());
  }

  @Test
  void theDeviationIsOfASample() {
    Table table = Table.of(Column.numeric("t", 1, 2, 3, 4, 5), Column.numeric("v", 2, 4, 4, 6, 0));
    double[] found = Timeline.of(table, "t").expanding("v", Aggregate.DEVIATION).toDoubles();
    assertThat(Arrays.copyOf(found, 2)).containsExactly(NAN, NAN);
    assertThat(found[4] * found[4]).isCloseTo(8 / 3.0, within(1e-12));
  }

  @Test
  void aRowWithoutOrderIsRefused() {
    Table table = Table.of(Column.numeric("t", 1, NAN));
    assertThatThrownBy(() -> Timeline.of(table, "t"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("column 't', row 1");
    assertThatThrownBy(() -> history.lag("amount", 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
