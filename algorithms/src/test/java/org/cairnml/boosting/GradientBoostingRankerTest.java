package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.Ndcg;
import org.cairnml.metrics.RankedList;
import org.cairnml.testkit.ReferenceData;
import org.junit.jupiter.api.Test;

final class GradientBoostingRankerTest {

  private static final int COLUMNS = 5;
  private static final int TRAIN_QUERIES = 80;
  private static final int TOP = 10;

  /** The NDCG@10 in the header of ranking.csv, by xgboost 1.7.4. */
  private static final double XGBOOST = 0.9280;

  /** A standard error of the mean NDCG of the 40 test queries is about 0.01. */
  private static final double LUCK = 0.01;

  private static final Dataset ALL = read();
  private static final Dataset TRAIN = part(true);
  private static final Dataset TEST = part(false);

  private static Dataset read() {
    ReferenceData file = ReferenceData.read(GradientBoostingRankerTest.class, "ranking.csv");
    Matrix x = Matrix.zeros(file.size(), COLUMNS);
    for (int j = 0; j < COLUMNS; j++) {
      double[] column = file.numbers("x" + j);
      for (int i = 0; i < column.length; i++) {
        x.set(i, j, column[i]);
      }
    }
    double[] queries = file.numbers("query");
    return Dataset.of(x, file.numbers("grade"))
        .withGroups(Arrays.stream(queries).mapToInt(q -> (int) q).toArray());
  }

  private static Dataset part(boolean train) {
    int[] queries = ALL.groups().orElseThrow();
    return ALL.rows(
        IntStream.range(0, ALL.rows()).filter(i -> queries[i] < TRAIN_QUERIES == train).toArray());
  }

  private static double ndcg(RankingBoosting model, Dataset data) {
    double[] scores = model.scores(data.x()).toArray();
    double[] grades = data.target();
    int[] groups = data.groups().orElseThrow();
    var metric = new Ndcg().withK(TOP).withGain(Ndcg.Gain.EXPONENTIAL);
    return Arrays.stream(groups)
        .distinct()
        .mapToDouble(
            q -> {
              int[] rows = IntStream.range(0, groups.length).filter(i -> groups[i] == q).toArray();
              return metric.value(
                  RankedList.of(
                      Arrays.stream(rows).mapToDouble(i -> grades[i]).toArray(),
                      Arrays.stream(rows).mapToDouble(i -> scores[i]).toArray()));
            })
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElseThrow();
  }

  @Test
  void noWorseThanXGBoost() {
    assertThat(ndcg(new GradientBoostingRanker().fit(TRAIN), TEST)).isGreaterThan(XGBOOST - LUCK);
  }

  @Test
  void queriesThatOneColumnOrdersAreOrderedPerfectly() {
    double[] grades = new double[TRAIN.rows()];
    for (int i = 0; i < grades.length; i++) {
      grades[i] = Math.max(0, Math.min(4, Math.floor(TRAIN.x().get(i, 3) + 2)));
    }
    Dataset data = TRAIN.withTarget(grades);
    assertThat(ndcg(new GradientBoostingRanker().fit(data), data)).isEqualTo(1, within(1e-12));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    int[] order = IntStream.range(0, TRAIN.rows()).toArray();
    var random = new SplittableRandom(3);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    var learner = new GradientBoostingRanker().withTrees(20);
    assertThat(learner.fit(TRAIN.rows(order)).trees()).isEqualTo(learner.fit(TRAIN).trees());
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    var learner = new GradientBoostingRanker().withTrees(10).withRowShare(0.7);
    assertThat(learner.fit(TRAIN, new FitOptions().withWorkers(4)).trees())
        .isEqualTo(learner.fit(TRAIN, new FitOptions().withWorkers(1)).trees());
  }

  @Test
  void theBestRoundOnTheValidationQueriesIsKept() {
    var learner = new GradientBoostingRanker().withTrees(200).withPatience(5);
    var stopped = learner.fit(TRAIN, new FitOptions().withValidation(TEST));
    assertThat(stopped.rounds()).isBetween(1, 199);
    assertThat(stopped.trees()).isEqualTo(learner.withTrees(stopped.rounds()).fit(TRAIN).trees());
  }

  @Test
  void continuingIsTheSameAsMoreRounds() {
    var learner = new GradientBoostingRanker().withTrees(10);
    var continued = learner.fitOn(learner.fit(TRAIN), TRAIN, new FitOptions());
    assertThat(continued.trees()).isEqualTo(learner.withTrees(20).fit(TRAIN).trees());
  }

  @Test
  void derivativesAreThoseOfTheWeightedPairs() {
    Dataset pair = Dataset.of(Matrix.of(new double[][] {{1}, {2}}), 2, 0).withGroups(0, 0);
    var objective = new LambdaObjective(pair, TOP);
    double[][] first = new double[1][2];
    double[][] second = new double[1][2];
    double[][] scores = {{0.3, 0.5}};
    double loss = objective.derivatives(0, scores, first, second);
    double change = 1 - Math.log(2) / Math.log(3);
    double p = 1 / (1 + Math.exp(-0.2));
    assertThat(loss).isEqualTo(change, within(1e-12));
    assertThat(first[0][0]).isEqualTo(-change * p, within(1e-12));
    assertThat(first[0][1]).isEqualTo(change * p, within(1e-12));
    assertThat(second[0][0]).isEqualTo(change * p * (1 - p), within(1e-12));
  }

  @Test
  void queriesWithoutRelevantRowsTeachNothing() {
    var model = new GradientBoostingRanker().fit(TRAIN.withTarget(new double[TRAIN.rows()]));
    assertThat(model.scores(TEST.x()).toArray()).containsOnly(0);
  }

  @Test
  void refusesRelevanceOutOfRange() {
    double[] grades = TRAIN.target();
    grades[7] = -1;
    Dataset data = TRAIN.withTarget(grades);
    assertThatThrownBy(() -> new GradientBoostingRanker().fit(data))
        .isInstanceOf(DataException.class)
        .hasMessage("row 7: the relevance is -1.0; it must be between 0 and 31");
  }
}
