package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairnml.base.Seed;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.RowScorer;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.testkit.Allocation;
import org.junit.jupiter.api.Test;

/** A mixed table of 20 columns through imputer, one-hot encoder, scaler and a forest. */
class ForestRowTest {

  private static final int ROWS = 300;

  private static Table mixed() {
    var random = Seed.of(3).generator();
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < 10; j++) {
      double[] numbers = new double[ROWS];
      List<String> plans = new ArrayList<>();
      for (int i = 0; i < ROWS; i++) {
        numbers[i] = random.nextDouble() < 0.1 ? Double.NaN : random.nextDouble();
        plans.add(random.nextDouble() < 0.1 ? null : "plan " + random.nextInt(4));
      }
      columns.add(Column.numeric("number " + j, numbers));
      columns.add(Column.category("plan " + j, plans));
    }
    List<String> target = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      target.add(columns.get(0).number(i) > 0.5 ? "yes" : "no");
    }
    columns.add(Column.category("target", target));
    return Table.of(columns);
  }

  @Test
  void scoringARowAllocatesNothing() throws ReflectiveOperationException {
    Table table = mixed();
    RowScorer scorer =
        Pipeline.of("target", new RandomForestClassifier().withTrees(100))
            .with(new SimpleImputer())
            .with(new OneHotEncoder())
            .with(new StandardScaler())
            .fit(table)
            .scorer();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(table.row(i));
    }
    int[] next = {0};
    double[] sum = {0};
    long bytes =
        Allocation.bytesPerRun(
            5000,
            () -> {
              scorer.score(rows.get(next[0]++ % ROWS));
              sum[0] += scorer.probability(1);
            });
    assertThat(bytes).isZero();
    assertThat(sum[0]).isPositive();
  }
}
