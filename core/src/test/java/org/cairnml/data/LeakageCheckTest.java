package org.cairnml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.data.LeakageCheck.Finding;
import org.cairnml.data.LeakageCheck.Kind;
import org.junit.jupiter.api.Test;

class LeakageCheckTest {

  private static final int N = 400;
  private static final int[] SHUFFLED = Seed.of(1).permutation(N);

  /** Labels of every fifth of shuffled numbers; noise; a band of numbers that tells the label. */
  private static Table table() {
    String[] label = new String[N];
    double[] noise = new double[N];
    double[] band = new double[N];
    String[] note = new String[N];
    for (int i = 0; i < N; i++) {
      boolean yes = SHUFFLED[i] % 5 == 0;
      label[i] = yes ? "yes" : "no";
      noise[i] = i;
      band[i] = yes ? 10 + i * 1e-3 : i % 2 == 0 ? i * 1e-3 : 20 + i * 1e-3;
      note[i] = yes ? "closed" : i % 2 == 0 ? "open" : null;
    }
    return Table.of(
        Column.category("label", label),
        Column.numeric("noise", noise),
        Column.numeric("band", band),
        Column.category("note", note),
        Column.time(
            "day", IntStream.range(0, N).mapToObj(LocalDate.of(2024, 1, 1)::plusDays).toList()));
  }

  @Test
  void columnsThatTellTheTargetAreFoundWhateverTheirShape() {
    var report = new LeakageCheck("label").run(table().split(0.7, Seed.of(2)));
    assertThat(report.findings()).extracting(Finding::column).containsExactly("band", "note");
    assertThat(report.findings()).allMatch(f -> f.kind() == Kind.TELLS_TARGET && f.score() == 1);
    assertThat(report.toString()).contains("column 'band' alone tells 'label'");
  }

  @Test
  void aNumericTargetIsToldByAFunctionOfIt() {
    double[] y = IntStream.range(0, N).mapToDouble(i -> SHUFFLED[i]).toArray();
    double[] squares = IntStream.range(0, N).mapToDouble(i -> y[i] * y[i]).toArray();
    Table table =
        Table.of(
            Column.numeric("y", y),
            Column.numeric("square", squares),
            Column.numeric("row", IntStream.range(0, N).toArray()));
    var report = new LeakageCheck("y").run(table.split(0.7, Seed.of(3)));
    assertThat(report.findings()).extracting(Finding::column).containsExactly("square");
  }

  @Test
  void anIdentifierTellsNothing() {
    Table named =
        Table.of(
            table().column("label"),
            Column.text("id", IntStream.range(0, N).mapToObj(i -> "c" + i).toList()));
    assertThat(new LeakageCheck("label").run(named.split(0.7, Seed.of(4))).toString())
        .isEqualTo("no leakage found");
  }

  @Test
  void rowsOfBothPartsAreCounted() {
    Table clean = table().drop("band", "note");
    var report = new LeakageCheck("label").run(clean.rows(0, 1, 2, 3, 4), clean.rows(9, 3, 8, 0));
    assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.SHARED_ROWS);
    assertThat(report.findings().get(0).testRows()).containsExactly(1, 3);
  }

  @Test
  void testRowsBeforeTheLastTrainingRowAreFound() {
    Table clean = table().drop("band", "note");
    Table train = clean.filter(i -> i < 200 && i != 50);
    var check = new LeakageCheck("label").withTime("day");
    var findings = check.run(train, clean.filter(i -> i >= 200 || i == 50)).findings();
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.OLDER_TEST_ROWS);
    assertThat(findings.get(0).testRows()).containsExactly(0);
    assertThat(check.run(train, clean.filter(i -> i >= 200)).isClean()).isTrue();
  }

  @Test
  void whatCannotBeCheckedIsRefused() {
    assertThatThrownBy(() -> new LeakageCheck("label").run(table(), table().head(0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("needs rows of both parts");
    assertThatThrownBy(() -> new LeakageCheck("label").withThreshold(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
