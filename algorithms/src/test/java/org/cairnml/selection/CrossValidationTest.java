package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.base.Seed;
import org.cairnml.cluster.KMeans;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.linear.Ridge;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.preprocessing.encode.TargetEncoder;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

  private static final double ROUNDING = 1e-12;

  private static Dataset numbers() {
    var random = Seed.of(3).generator();
    Matrix x = Matrix.zeros(60, 3);
    double[] y = new double[60];
    double[] w = new double[60];
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 3; j++) {
        x.set(i, j, random.nextDouble());
        y[i] += (j + 1) * x.get(i, j);
      }
      y[i] += random.nextDouble();
      w[i] = 1 + random.nextInt(3);
    }
    return Dataset.of(x, y).withWeights(w);
  }

  @Test
  void scoresAreThoseOfFitsByHandWithWeights() {
    Dataset data = numbers();
    Split split = new KFold(4).split(data).get(2);
    var fold = new CrossValidation(new KFold(4)).run(new Ridge(), data).folds().get(2);
    Dataset test = data.rows(split.test());
    double[] predicted = new Ridge().fit(data.rows(split.train())).predict(test.x()).toArray();
    assertThat(fold.split()).isEqualTo(split);
    assertThat(fold.predictions().numbers()).isEqualTo(predicted);
    assertThat(fold.scores())
        .containsEntry(
            "rmse", RegressionMetric.RMSE.value(test.target(), predicted, test.weights()));
  }

  @Test
  void outOfFoldPredictionsAreInTheOrderOfRows() {
    Dataset data = numbers();
    var result =
        new CrossValidation(new LeaveOneOut())
            .withMetrics(RegressionMetric.MSE)
            .run(new Ridge(), data);
    FoldPredictions all = result.outOfFold();
    for (int i : new int[] {0, 17, 59}) {
      int row = i;
      int[] others = IntStream.range(0, 60).filter(j -> j != row).toArray();
      double predicted = new Ridge().fit(data.rows(others)).predict(data.x().row(i).toArray());
      assertThat(all.numbers()[i]).isCloseTo(predicted, within(ROUNDING));
    }
    assertThatThrownBy(
            () -> new CrossValidation(new ShuffleSplit(3, 0.2)).run(new Ridge(), data).outOfFold())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("each row once");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Dataset data = numbers();
    var validation = new CrossValidation(new Repeated(new KFold(5), 2));
    var one = validation.run(new Ridge(), data, new FitOptions().withWorkers(1));
    var four = validation.run(new Ridge(), data, new FitOptions().withWorkers(4));
    for (var metric : one.metrics()) {
      assertThat(four.scores(metric)).isEqualTo(one.scores(metric));
    }
    assertThat(one.compare(four, RegressionMetric.RMSE).pValue()).isEqualTo(1);
  }

  @Test
  void meanDeviationAndTable() {
    var result = new CrossValidation(new KFold(3)).run(new Ridge(), numbers());
    double[] r2 = result.scores(RegressionMetric.R2);
    double mean = (r2[0] + r2[1] + r2[2]) / 3;
    double variance = Arrays.stream(r2).map(v -> (v - mean) * (v - mean)).sum() / 2;
    assertThat(result.mean(RegressionMetric.R2)).isCloseTo(mean, within(ROUNDING));
    assertThat(result.deviation(RegressionMetric.R2))
        .isCloseTo(Math.sqrt(variance), within(ROUNDING));
    assertThat(result.toString()).contains("rmse", "r2", "mean", "deviation", "fit s");
    assertThat(result.toString().lines()).hasSize(6);
  }

  @Test
  void theListenerHearsEverySplitAndCanStop() {
    List<Progress.Step> steps = new ArrayList<>();
    var options =
        new FitOptions()
            .withWorkers(1)
            .withProgress(
                step -> {
                  steps.add(step);
                  return step.done() == 3 ? Progress.Answer.STOP : Progress.Answer.CONTINUE;
                });
    var result = new CrossValidation(new KFold(5)).run(new Ridge(), numbers(), options);
    assertThat(steps).extracting(Progress.Step::done).containsExactly(1L, 2L, 3L);
    assertThat(steps.get(0).total()).isEqualTo(5);
    assertThat(result.folds()).hasSize(3);
  }

  @Test
  void aClassThatTrainingLacksHasProbabilityZero() {
    int n = 40;
    String[] names =
        IntStream.range(0, n)
            .mapToObj(i -> i == 0 ? "rare" : i % 2 == 0 ? "a" : "b")
            .toArray(String[]::new);
    double[] x = IntStream.range(0, n).mapToDouble(i -> i % 7 + i % 2).toArray();
    Table table = Table.of(Column.numeric("x", x), Column.category("y", names));
    var result =
        new CrossValidation(new StratifiedKFold(4))
            .withMetrics(ClassificationMetric.ACCURACY)
            .run(Pipeline.auto("y", new LogisticRegression()), table);
    var all = result.outOfFold().classes().orElseThrow();
    assertThat(all.labels().classes()).containsExactly("a", "b", "rare");
    assertThat(all.probabilities().orElseThrow().get(0, 2)).isZero();
  }

  /**
   * A column of many levels that has nothing to do with the outcome: encoded by the outcome of all
   * rows it predicts well, which is the leak; encoded anew in each split it predicts nothing.
   */
  @Test
  void aPlantedLeakScoresBetterThanStepsFittedInTheFolds() {
    int n = 600;
    var random = Seed.of(8).generator();
    List<String> levels = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      levels.add("level" + random.nextInt(200));
      outcomes.add(random.nextBoolean() ? "yes" : "no");
    }
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      double yes = 0;
      double count = 0;
      for (int j = 0; j < n; j++) {
        if (levels.get(j).equals(levels.get(i))) {
          count++;
          yes += outcomes.get(j).equals("yes") ? 1 : 0;
        }
      }
      means[i] = yes / count;
    }
    Table leaky = Table.of(Column.numeric("mean", means), Column.category("y", outcomes));
    Table honest = Table.of(Column.category("level", levels), Column.category("y", outcomes));
    var validation =
        new CrossValidation(new StratifiedKFold(5)).withMetrics(ClassificationMetric.ROC_AUC);
    double leaked =
        validation
            .run(Pipeline.of("y", new LogisticRegression()), leaky)
            .mean(ClassificationMetric.ROC_AUC);
    double fitted =
        validation
            .run(Pipeline.of("y", new LogisticRegression()).with(new TargetEncoder()), honest)
            .mean(ClassificationMetric.ROC_AUC);
    assertThat(leaked).isGreaterThan(0.7);
    assertThat(fitted).isBetween(0.42, 0.58);
  }

  @Test
  void groupsStayTogetherAndAreNoFeature() {
    int n = 60;
    double[] x = IntStream.range(0, n).mapToDouble(i -> i % 10).toArray();
    String[] patients = IntStream.range(0, n).mapToObj(i -> "p" + i % 12).toArray(String[]::new);
    Table table =
        Table.of(
            Column.numeric("x", x),
            Column.category("patient", patients),
            Column.numeric("y", Arrays.stream(x).map(v -> 2 * v).toArray()));
    var result =
        new CrossValidation(new GroupKFold(4))
            .runGrouped(Pipeline.auto("y", new Ridge()), table, "patient", new FitOptions());
    for (Fold fold : result.folds()) {
      assertThat(Arrays.stream(fold.split().train()).map(i -> i % 12).toArray())
          .doesNotContain(Arrays.stream(fold.split().test()).map(i -> i % 12).toArray());
    }
  }

  @Test
  void refusesInTheUsersWords() {
    Dataset data = numbers();
    assertThatThrownBy(() -> new CrossValidation(new KFold(3)).run(new KMeans(), data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KMeans is neither");
    assertThatThrownBy(
            () ->
                new CrossValidation(new KFold(3))
                    .withMetrics(ClassificationMetric.ACCURACY)
                    .run(new Ridge(), data))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("split 1 of 3", "accuracy", "numbers");
    var three = new CrossValidation(new KFold(3)).run(new Ridge(), data);
    var four = new CrossValidation(new KFold(4)).run(new Ridge(), data);
    assertThatThrownBy(() -> three.compare(four, RegressionMetric.RMSE))
        .hasMessageContaining("same splits");
    assertThatThrownBy(() -> three.scores(RegressionMetric.MAPE)).hasMessageContaining("mape");
    assertThatThrownBy(
            () ->
                new CrossValidation(new StratifiedKFold(3))
                    .run(new LogisticRegression(), data.withLabels(Labels.of(new int[60]))))
        .isInstanceOf(DataException.class);
  }
}
