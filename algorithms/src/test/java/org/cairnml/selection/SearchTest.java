package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.Ridge;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.preprocessing.impute.NumericStrategy;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.tree.DecisionTreeRegressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {

  private static final SearchSpace ALPHA =
      new SearchSpace()
          .real("alpha", 1e-3, 1e3, Dimension.Scale.LOG)
          .choice("intercept", true, false);

  private static Dataset numbers() {
    var random = Seed.of(3).generator();
    Matrix x = Matrix.zeros(60, 3);
    double[] y = new double[60];
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 3; j++) {
        x.set(i, j, random.nextDouble());
        y[i] += (j + 1) * x.get(i, j);
      }
      y[i] += 5 + random.nextDouble();
    }
    return Dataset.of(x, y);
  }

  private static Search search(SearchStrategy strategy) {
    return new Search(ALPHA, strategy, new KFold(4), RegressionMetric.RMSE);
  }

  static Stream<SearchStrategy> strategies() {
    return Stream.of(
        new GridSearch(4),
        new RandomSearch(9),
        new BayesianSearch(18, Seed.of(1)),
        new HalvingSearch(9));
  }

  private record Outcome(Map<String, Object> settings, double score, Optional<String> failure) {}

  private static List<Outcome> outcomes(SearchResult<?> result) {
    return result.trials().stream()
        .map(t -> new Outcome(t.settings(), t.score(), t.failure()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void theNumberOfThreadsChangesNothing(SearchStrategy strategy) {
    var one = search(strategy).run(new Ridge(), numbers(), new FitOptions().withWorkers(1));
    var four = search(strategy).run(new Ridge(), numbers(), new FitOptions().withWorkers(4));
    assertThat(one.trials()).hasSize(strategy.evaluations(ALPHA));
    assertThat(outcomes(four)).isEqualTo(outcomes(one));
    assertThat(four.tuned()).isEqualTo(one.tuned());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void theBestScoreIsThatOfTheTunedLearner(SearchStrategy strategy) {
    var result = search(strategy).run(new Ridge(), numbers());
    Ridge tuned = result.tuned();
    double again =
        new CrossValidation(new KFold(4)).run(tuned, numbers()).mean(RegressionMetric.RMSE);
    assertThat(result.best().score()).isEqualTo(again);
    assertThat(result.best().proposal().share()).isEqualTo(1);
    assertThat(result.best().settings()).containsEntry("alpha", tuned.alpha());
    assertThat(result.toString()).contains("rmse", "alpha=", "intercept=");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aResumedSearchEndsLikeAnUninterruptedOne(SearchStrategy strategy, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("trials.jsonl");
    var whole = search(strategy).run(new Ridge(), numbers());
    Progress three = step -> step.done() == 3 ? Progress.Answer.STOP : Progress.Answer.CONTINUE;
    var part =
        search(strategy)
            .withLog(file)
            .run(new Ridge(), numbers(), new FitOptions().withWorkers(1).withProgress(three));
    assertThat(part.trials()).hasSize(3);
    Files.writeString(file, Files.readString(file) + "{\"trial\":3,\"sett");
    var resumed = search(strategy).withLog(file).run(new Ridge(), numbers());
    assertThat(outcomes(resumed)).isEqualTo(outcomes(whole));
    assertThat(Files.readAllLines(file)).hasSize(1 + strategy.evaluations(ALPHA));
    String before = Files.readString(file);
    assertThat(outcomes(search(strategy).withLog(file).run(new Ridge(), numbers())))
        .isEqualTo(outcomes(whole));
    assertThat(Files.readString(file)).as("nothing is done twice").isEqualTo(before);
  }

  @Test
  void theLogOfAnotherSearchIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("trials.jsonl");
    search(new RandomSearch(2)).withLog(file).run(new Ridge(), numbers());
    assertThatThrownBy(() -> search(new RandomSearch(3)).withLog(file).run(new Ridge(), numbers()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("another search");
  }

  @ParameterizedTest
  @MethodSource("otherData")
  void theLogOfOtherDataIsRefused(Dataset other, @TempDir Path folder) {
    Path file = folder.resolve("trials.jsonl");
    search(new RandomSearch(2)).withLog(file).run(new Ridge(), numbers());
    assertThatThrownBy(() -> search(new RandomSearch(2)).withLog(file).run(new Ridge(), other))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("other data", "60 rows", "name another file");
  }

  static Stream<Dataset> otherData() {
    Dataset data = numbers();
    Matrix x = data.x().copy();
    x.set(17, 2, Math.nextUp(x.get(17, 2)));
    double[] y = data.target();
    y[59] += 1e-9;
    double[] weights = data.weights();
    weights[3] = 2;
    return Stream.of(
        data.withFeatures(x, data.schema()),
        data.withTarget(y),
        data.withWeights(weights),
        data.withGroups(IntStream.range(0, 60).toArray()),
        data.rows(IntStream.range(0, 59).toArray()));
  }

  /** A slow learner and a deadline: some trials, and the search ends in time with the best. */
  @Test
  void aBudgetInTimeEndsTheSearchWithTheTrialsDone() {
    var result =
        search(new RandomSearch(1_000_000))
            .run(new Ridge(), numbers(), new FitOptions().withDeadline(Duration.ofMillis(50)));
    assertThat(result.trials()).isNotEmpty().hasSizeLessThan(1_000_000);
    assertThat(result.tuned()).isNotNull();
  }

  @Test
  void theGridHasAllCombinations() {
    var space = new SearchSpace().integer("maxDepth", 1, 3).choice("maxFeatures", "all", "sqrt");
    var result =
        new Search(space, new GridSearch(), new KFold(3), RegressionMetric.R2)
            .run(new DecisionTreeRegressor(), numbers());
    assertThat(result.trials())
        .extracting(Trial::describe)
        .containsExactly(
            "maxDepth=1 maxFeatures=all",
            "maxDepth=1 maxFeatures=sqrt",
            "maxDepth=2 maxFeatures=all",
            "maxDepth=2 maxFeatures=sqrt",
            "maxDepth=3 maxFeatures=all",
            "maxDepth=3 maxFeatures=sqrt");
  }

  @Test
  void aSettingThatIsNotAllowedIsAFailedTrial() {
    var space = new SearchSpace().choice("alpha", -1.0, 1.0);
    var search = new Search(space, new GridSearch(), new KFold(3), RegressionMetric.RMSE);
    var result = search.run(new Ridge(), numbers());
    assertThat(result.trials().get(0).failure()).get().asString().contains("alpha");
    assertThat(result.tuned()).isEqualTo(new Ridge().withAlpha(1));
    var none =
        new Search(
            new SearchSpace().choice("alpha", -1.0),
            new GridSearch(),
            new KFold(3),
            RegressionMetric.RMSE);
    assertThatThrownBy(() -> none.run(new Ridge(), numbers()).best())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("all 1 trials failed")
        .hasMessageContaining("alpha");
  }

  @Test
  void aNameThatDoesNotExistIsRefusedAtOnce() {
    var space = new SearchSpace().choice("alfa", 1.0);
    var search = new Search(space, new GridSearch(), new KFold(3), RegressionMetric.RMSE);
    assertThatThrownBy(() -> search.run(new Ridge(), numbers()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alfa")
        .hasMessageContaining("alpha");
  }

  @Test
  void aStepOfAPipelineIsTunedByItsName() {
    double[] a = IntStream.range(0, 40).mapToDouble(i -> i % 7 == 0 ? Double.NaN : i).toArray();
    double[] y = IntStream.range(0, 40).mapToDouble(i -> 3.0 * i).toArray();
    Table table = Table.of(Column.numeric("a", a), Column.numeric("y", y));
    Pipeline pipeline = Pipeline.of("y", new Ridge()).with(new SimpleImputer());
    var space =
        new SearchSpace()
            .choice("simple-imputer.numeric", NumericStrategy.MEAN, NumericStrategy.MEDIAN)
            .real("alpha", 0.1, 10);
    var result =
        new Search(space, new GridSearch(2), new KFold(4), RegressionMetric.RMSE)
            .run(pipeline, table);
    assertThat(result.trials()).hasSize(4);
    assertThat(result.tuned().learner()).isEqualTo(new Ridge().withAlpha(0.1));
    assertThat(result.tuned().steps().get(0).transformer())
        .isEqualTo(
            new SimpleImputer()
                .withNumeric(
                    (NumericStrategy) result.best().settings().get("simple-imputer.numeric")));
    var wrong = new SearchSpace().choice("imputer.numeric", NumericStrategy.MEAN);
    assertThatThrownBy(
            () ->
                new Search(wrong, new GridSearch(2), new KFold(4), RegressionMetric.RMSE)
                    .run(pipeline, table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("imputer")
        .hasMessageContaining("simple-imputer");
  }

  /** The median over 20 seeds of the best distance to the least value of a bowl. */
  private static double reached(LongFunction<SearchStrategy> strategies) {
    var space = new SearchSpace().real("a", 0, 1).real("b", 0, 1).choice("c", "x", "y", "z");
    double[] best = new double[20];
    for (int seed = 0; seed < best.length; seed++) {
      SearchStrategy strategy = strategies.apply(seed);
      List<Trial> done = new ArrayList<>();
      List<Proposal> batch = strategy.next(space, done, false);
      while (!batch.isEmpty()) {
        for (Proposal proposal : batch) {
          double a = (double) proposal.settings().get("a") - 0.3;
          double b = (double) proposal.settings().get("b") - 0.8;
          double c = proposal.settings().get("c").equals("y") ? 0 : 0.2;
          done.add(new Trial(done.size(), proposal, a * a + b * b + c, 0, 0, Optional.empty()));
        }
        batch = strategy.next(space, done, false);
      }
      best[seed] = done.stream().mapToDouble(Trial::score).min().orElseThrow();
    }
    Arrays.sort(best);
    return best[best.length / 2];
  }

  @Test
  void densitiesComeNearerThanDrawingBlindly() {
    double blind = reached(seed -> new RandomSearch(60, Seed.of(seed)));
    double guided = reached(seed -> new BayesianSearch(60, Seed.of(seed)));
    assertThat(guided).isLessThan(blind / 2);
  }

  @Test
  void halvingGivesTheBestMoreRows() {
    var result = search(new HalvingSearch(9)).run(new Ridge(), numbers());
    assertThat(result.trials()).hasSize(13);
    assertThat(result.trials().stream().map(t -> Math.round(9 * t.proposal().share())))
        .containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 3L, 3L, 3L, 9L);
  }

  @Test
  void aShareOfTheTrainingRowsKeepsTestRows() {
    SplitRows rows = SplitRows.of(100);
    List<Split> whole = new KFold(5).split(rows);
    List<Split> half = new TrainingShare(new KFold(5), 0.5, Seed.of(0)).split(rows);
    List<Split> tenth = new TrainingShare(new KFold(5), 0.1, Seed.of(0)).split(rows);
    for (int k = 0; k < 5; k++) {
      assertThat(half.get(k).test()).isEqualTo(whole.get(k).test());
      assertThat(half.get(k).train()).hasSize(40).contains(tenth.get(k).train());
      assertThat(whole.get(k).train()).contains(half.get(k).train());
    }
  }
}
