package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Progress;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.Ridge;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.tree.DecisionTreeClassifier;
import org.junit.jupiter.api.Test;

class NestedCrossValidationTest {

  private static final Search TREES =
      new Search(
          new SearchSpace().integer("minSamplesLeaf", 1, 30).integer("seed", 0, 1000),
          new RandomSearch(30),
          new StratifiedKFold(4),
          ClassificationMetric.ACCURACY);

  private static Dataset noise(long seed) {
    double[] x = Seed.of(seed).generator().doubles(400).toArray();
    int[] codes = IntStream.range(0, 80).map(i -> i % 2).toArray();
    return Dataset.of(Matrix.wrap(x, 80, 5), Labels.of(codes));
  }

  /**
   * There is nothing to learn: the best of 30 trials looks better than chance, the truth is 0.5.
   */
  @Test
  void theBestTrialFlattersAndTheNestedScoreDoesNot() {
    double best = 0;
    double nested = 0;
    for (int seed = 0; seed < 6; seed++) {
      var result =
          new NestedCrossValidation(new StratifiedKFold(4), TREES)
              .run(new DecisionTreeClassifier().withMaxFeatures("1"), noise(seed));
      best += result.searchMean() / 6;
      nested += result.scores().mean(ClassificationMetric.ACCURACY) / 6;
    }
    assertThat(best).isGreaterThan(0.58);
    assertThat(nested).isBetween(0.42, 0.56);
  }

  @Test
  void eachSplitIsASearchOnItsTrainingRowsAndAFitOfWhatItFound() {
    Dataset data = noise(9);
    var outer = new StratifiedKFold(3);
    var learner = new DecisionTreeClassifier();
    var result = new NestedCrossValidation(outer, TREES).run(learner, data);
    List<Split> splits = outer.split(data);
    for (int k = 0; k < 3; k++) {
      var alone = TREES.run(learner, data.rows(splits.get(k).train()));
      assertThat(result.searches().get(k).best().settings()).isEqualTo(alone.best().settings());
      var model = alone.tuned().fit(data.rows(splits.get(k).train()));
      Dataset test = data.rows(splits.get(k).test());
      assertThat(result.scores().folds().get(k).predictions().classes().orElseThrow().labels())
          .isEqualTo(model.predict(test.x()));
    }
    assertThat(result.toString()).contains("search 3: accuracy", "minSamplesLeaf=");
  }

  @Test
  void threadsChangeNothingAndTheListenerHearsOfEachTrialAndSplit() {
    var nested = new NestedCrossValidation(new StratifiedKFold(3), TREES);
    List<Progress.Step> steps = new ArrayList<>();
    var options =
        new FitOptions()
            .withWorkers(3)
            .withProgress(
                step -> {
                  steps.add(step);
                  return Progress.Answer.CONTINUE;
                });
    var three = nested.run(new DecisionTreeClassifier(), noise(2), options);
    var one = nested.run(new DecisionTreeClassifier(), noise(2), new FitOptions().withWorkers(1));
    assertThat(three.scores().scores(ClassificationMetric.ACCURACY))
        .isEqualTo(one.scores().scores(ClassificationMetric.ACCURACY));
    assertThat(steps).hasSize(3 * 31);
    assertThat(steps.get(0).total()).isEqualTo(93);
  }

  @Test
  void aPipelineIsTunedInEachSplitAndALogIsRefused() {
    double[] x = IntStream.range(0, 60).mapToDouble(i -> i % 13).toArray();
    double[] y = Arrays.stream(x).map(v -> 3 * v + 1).toArray();
    Table table = Table.of(Column.numeric("x", x), Column.numeric("y", y));
    var search =
        new Search(
            new SearchSpace().choice("alpha", 0.01, 1000.0),
            new GridSearch(),
            new KFold(3),
            RegressionMetric.RMSE);
    var result =
        new NestedCrossValidation(new KFold(3), search, List.of(RegressionMetric.R2))
            .run(Pipeline.auto("y", new Ridge()), table);
    assertThat(result.scores().mean(RegressionMetric.R2)).isGreaterThan(0.99);
    assertThat(result.searches())
        .allMatch(s -> s.tuned().learner().equals(new Ridge().withAlpha(0.01)));
    assertThatThrownBy(
            () -> new NestedCrossValidation(new KFold(3), search.withLog(Path.of("trials.jsonl"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a log holds one search");
  }
}
