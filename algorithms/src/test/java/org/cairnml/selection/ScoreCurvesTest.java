package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cairnml.base.Progress;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.tree.DecisionTreeRegressor;
import org.junit.jupiter.api.Test;

/** Learning and validation curves: their points are cross-validations of their own. */
class ScoreCurvesTest {

  private static final DecisionTreeRegressor TREE = new DecisionTreeRegressor();

  private static Dataset wave(int n) {
    var random = Seed.of(1).generator();
    double[] x = random.doubles(n).toArray();
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = Math.sin(6 * x[i]) + 0.3 * random.nextGaussian();
    }
    return Dataset.of(Matrix.wrap(x, n, 1), y);
  }

  @Test
  void moreRowsHelpAndTheLastPointIsTheCrossValidation() {
    Dataset data = wave(400);
    ScoreCurve curve =
        new LearningCurve(new KFold(5), RegressionMetric.RMSE)
            .run(TREE.withMinSamplesLeaf(5), data);
    assertThat(curve.x()).containsExactly(32.0, 104.0, 176.0, 248.0, 320.0);
    assertThat(curve.testMeans().get(4)).isLessThan(curve.testMeans().get(0));
    assertThat(curve.trainMeans().get(4)).isLessThan(curve.testMeans().get(4));
    var whole = new CrossValidation(new KFold(5)).run(TREE.withMinSamplesLeaf(5), data);
    assertThat(curve.points().get(4).test().stream().mapToDouble(v -> v).toArray())
        .isEqualTo(whole.scores(RegressionMetric.RMSE));
    assertThat(curve.testMeans().get(4)).isEqualTo(whole.mean(RegressionMetric.RMSE));
    assertThat(curve.testDeviations().get(4)).isEqualTo(whole.deviation(RegressionMetric.RMSE));
    assertThat(curve.trainDeviations()).hasSize(5);
    assertThat(curve.toString()).contains("training rows", "test rmse", "320");
  }

  @Test
  void aFreerTreeFitsItsRowsBetterAndOthersWorseInTheEnd() {
    ScoreCurve curve =
        new ValidationCurve(
                new KFold(5), RegressionMetric.RMSE, "minSamplesLeaf", List.of(1, 20, 150))
            .run(TREE, wave(400));
    assertThat(curve.varied()).isEqualTo("minSamplesLeaf");
    assertThat(curve.x()).containsExactly(1.0, 20.0, 150.0);
    assertThat(curve.trainMeans()).isSorted();
    assertThat(curve.testMeans().get(1))
        .isLessThan(curve.testMeans().get(0))
        .isLessThan(curve.testMeans().get(2));
  }

  @Test
  void threadsChangeNothingAndAPipelineGivesTheSame() {
    Dataset data = wave(120);
    var curve =
        new LearningCurve(new KFold(4), RegressionMetric.MAE, List.of(0.5, 1.0), Seed.of(3));
    Table table =
        Table.of(
            Column.numeric("x", data.x().column(0).toArray()), Column.numeric("y", data.target()));
    ScoreCurve one = curve.run(TREE, data, new FitOptions().withWorkers(1));
    assertThat(scores(curve.run(TREE, data, new FitOptions().withWorkers(3))))
        .isEqualTo(scores(one));
    assertThat(scores(curve.run(Pipeline.of("y", TREE), table))).isEqualTo(scores(one));
    var validation =
        new ValidationCurve(new KFold(4), RegressionMetric.MAE, "maxFeatures", List.of("all", "1"));
    assertThat(validation.run(Pipeline.of("y", TREE), table).x()).containsExactly(0.0, 1.0);
  }

  private static List<List<Double>> scores(ScoreCurve curve) {
    return curve.points().stream().map(ScoreCurve.Point::test).toList();
  }

  @Test
  void aListenerEndsTheWorkWithThePointsDone() {
    Progress five = step -> step.done() == 5 ? Progress.Answer.STOP : Progress.Answer.CONTINUE;
    ScoreCurve part =
        new LearningCurve(new KFold(4), RegressionMetric.MAE)
            .run(TREE, wave(80), new FitOptions().withWorkers(1).withProgress(five));
    assertThat(part.points()).hasSize(1);
  }

  @Test
  void refusesInTheUsersWords() {
    assertThatThrownBy(
            () ->
                new LearningCurve(
                    new KFold(3), RegressionMetric.MAE, List.of(0.5, 1.5), Seed.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shares must be above 0");
    assertThatThrownBy(
            () ->
                new ValidationCurve(new KFold(3), RegressionMetric.MAE, "leaf", List.of(1))
                    .run(TREE, wave(20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leaf");
    assertThatThrownBy(
            () -> new ValidationCurve(new KFold(3), RegressionMetric.MAE, "leaf", List.of()))
        .hasMessageContaining("at least one value");
  }
}
