package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.cairnml.metrics.CalibrationCurve.Binning;
import org.cairnml.metrics.ClusterAgreement.EntropyAverage;
import org.cairnml.metrics.CohenKappa.Disagreement;

/**
 * The list of all metrics that are functions of rows, for the suite {@link EveryMetricTest}. A
 * metric joins with one line: its class and method, the bounds of its value, the value of a perfect
 * prediction ({@code NaN} where there is none), and its traits.
 */
record EveryMetric(
    String name,
    double lowest,
    double highest,
    double perfect,
    Set<Trait> traits,
    ToDoubleFunction<MetricInput> value) {

  /** What else holds for a metric. */
  enum Trait {
    /** Truth and prediction may change places. */
    SYMMETRIC,
    /** A weight is a repetition of the row. */
    WEIGHTED,
    /** Its prediction is numbers, so NaN must be refused. */
    NUMBERS,
    /** The order of classes has a meaning. */
    ORDERED,
    /** It has no prediction beside the truth: points and their clusters. */
    ONE_SIDED
  }

  private static final double INFINITE = Double.POSITIVE_INFINITY;
  private static final double NONE = Double.NaN;

  private static void add(
      List<EveryMetric> list,
      String name,
      double lowest,
      double highest,
      double perfect,
      ToDoubleFunction<MetricInput> value,
      Trait... traits) {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(List.of(traits));
    list.add(new EveryMetric(name, lowest, highest, perfect, set, value));
  }

  static List<EveryMetric> all() {
    List<EveryMetric> list = new ArrayList<>();
    counts(list);
    binary(list);
    probabilities(list);
    numbers(list);
    labelSets(list);
    clusters(list);
    return list;
  }

  private static ConfusionMatrix confusion(MetricInput in) {
    return ConfusionMatrix.of(in.truth(), in.predicted(), in.weights());
  }

  private static void counts(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait s = Trait.SYMMETRIC;
    add(list, "ConfusionMatrix.accuracy", 0, 1, 1, in -> confusion(in).accuracy(), w, s);
    add(list, "ConfusionMatrix.errorRate", 0, 1, 0, in -> confusion(in).errorRate(), w, s);
    add(
        list,
        "ConfusionMatrix.balancedAccuracy",
        0,
        1,
        1,
        in -> confusion(in).balancedAccuracy(),
        w);
    add(
        list,
        "ConfusionMatrix.adjustedBalancedAccuracy",
        -1,
        1,
        1,
        in -> confusion(in).adjustedBalancedAccuracy(),
        w);
    add(
        list,
        "ConfusionMatrix.specificity",
        0,
        1,
        1,
        in -> sum(in, ConfusionMatrix::specificity),
        w);
    for (Average a : Average.values()) {
      add(list, "ConfusionMatrix.precision", 0, 1, 1, in -> confusion(in).precision(a), w);
      add(list, "ConfusionMatrix.recall", 0, 1, 1, in -> confusion(in).recall(a), w);
      add(list, "ConfusionMatrix.fBeta", 0, 1, 1, in -> confusion(in).fBeta(2, a), w);
      Trait[] traits = a == Average.WEIGHTED ? new Trait[] {w} : new Trait[] {w, s};
      add(list, "ConfusionMatrix.f1", 0, 1, 1, in -> confusion(in).f1(a), traits);
      add(list, "ConfusionMatrix.jaccard", 0, 1, 1, in -> confusion(in).jaccard(a), traits);
    }
    add(
        list,
        "MatthewsCorrelation.of",
        -1,
        1,
        1,
        in -> MatthewsCorrelation.of(confusion(in)),
        w,
        s);
    for (Disagreement d : Disagreement.values()) {
      Trait order = d == Disagreement.EQUAL ? w : Trait.ORDERED;
      add(list, "CohenKappa.of", -1, 1, 1, in -> CohenKappa.of(confusion(in), d), w, s, order);
    }
  }

  /** The mean over the classes. */
  private static double sum(MetricInput in, ScoreOfClass score) {
    ConfusionMatrix confusion = confusion(in);
    double sum = 0;
    for (int c = 0; c < confusion.classes().size(); c++) {
      sum += score.of(confusion, c) / confusion.classes().size();
    }
    return sum;
  }

  @FunctionalInterface
  private interface ScoreOfClass {
    double of(ConfusionMatrix confusion, int c);
  }

  private static BinaryScores ranked(MetricInput in) {
    return BinaryScores.of(in.binary(), in.scores(), in.weights());
  }

  private static CalibrationCurve calibration(MetricInput in) {
    return CalibrationCurve.of(in.binary(), in.scores(), 5, Binning.UNIFORM, in.weights());
  }

  private static void binary(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    add(list, "BinaryScores.rocAuc", 0, 1, 1, in -> ranked(in).rocAuc(), w, n);
    add(list, "BinaryScores.averagePrecision", 0, 1, 1, in -> ranked(in).averagePrecision(), w, n);
    add(
        list,
        "RocAuc.binary",
        0,
        1,
        1,
        in -> RocAuc.binary(in.binary(), in.scores(), in.weights()),
        w,
        n);
    add(list, "RocCurve.auc", 0, 1, 1, in -> RocCurve.of(ranked(in)).auc(), w, n);
    add(list, "RocCurve.partialAuc", 0, 1, 1, in -> RocCurve.of(ranked(in)).partialAuc(0.3), w, n);
    add(
        list,
        "RocCurve.kolmogorovSmirnov",
        0,
        1,
        1,
        in -> RocCurve.of(ranked(in)).kolmogorovSmirnov(),
        w,
        n);
    add(
        list,
        "PrecisionRecallCurve.averagePrecision",
        0,
        1,
        1,
        in -> PrecisionRecallCurve.of(ranked(in)).averagePrecision(),
        w,
        n);
    add(
        list,
        "PrecisionRecallCurve.trapezoidalAuc",
        0,
        1,
        1,
        in -> PrecisionRecallCurve.of(ranked(in)).trapezoidalAuc(),
        w,
        n);
    add(list, "GainCurve.gainAt", 0, 1, NONE, in -> GainCurve.of(ranked(in)).gainAt(0.3), w, n);
    add(
        list,
        "GainCurve.liftAt",
        0,
        INFINITE,
        NONE,
        in -> GainCurve.of(ranked(in)).liftAt(0.3),
        w,
        n);
    add(
        list,
        "CalibrationCurve.expectedError",
        0,
        1,
        0,
        in -> calibration(in).expectedError(),
        w,
        n);
    add(list, "CalibrationCurve.maximumError", 0, 1, 0, in -> calibration(in).maximumError(), w, n);
    add(
        list,
        "HingeLoss.of",
        0,
        INFINITE,
        NONE,
        in -> HingeLoss.of(in.binary(), in.scores(), in.weights()),
        w,
        n);
  }

  private static void probabilities(List<EveryMetric> list) {
    for (ClassificationMetric metric : ClassificationMetric.ALL) {
      boolean loss = !metric.greaterIsBetter();
      Trait kind = metric.needsProbabilities() ? Trait.NUMBERS : Trait.WEIGHTED;
      add(
          list,
          "ClassificationMetric.value",
          -1,
          loss ? INFINITE : 1,
          loss ? 0 : 1,
          in ->
              metric.value(
                  in.truth(),
                  metric.needsProbabilities()
                      ? ClassPredictions.of(
                          in.truth().withClasses(in.truth().classes()), in.probabilities())
                      : ClassPredictions.of(in.predicted()),
                  in.weights()),
          Trait.WEIGHTED,
          kind);
    }
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    add(
        list,
        "ProbabilityScores.logLoss",
        0,
        INFINITE,
        0,
        in -> ProbabilityScores.logLoss(in.truth(), in.probabilities(), in.weights()),
        w,
        n);
    add(
        list,
        "ProbabilityScores.brier",
        0,
        2,
        0,
        in -> ProbabilityScores.brier(in.truth(), in.probabilities(), in.weights()),
        w,
        n);
    add(
        list,
        "ProbabilityScores.topAccuracy",
        0,
        1,
        1,
        in -> ProbabilityScores.topAccuracy(in.truth(), in.probabilities(), 2, in.weights()),
        w,
        n);
    add(
        list,
        "ProbabilityScores.averagePrecision",
        0,
        1,
        1,
        in -> ProbabilityScores.averagePrecision(in.truth(), in.probabilities(), in.weights()),
        w,
        n);
    add(
        list,
        "RocAuc.of",
        0,
        1,
        1,
        in -> RocAuc.of(in.truth(), in.probabilities(), in.weights()),
        w,
        n);
    for (Average a : Average.values()) {
      add(
          list,
          "RocAuc.oneVsRest",
          0,
          1,
          1,
          in -> RocAuc.oneVsRest(in.truth(), in.probabilities(), a, in.weights()),
          w,
          n);
      if (a != Average.MICRO) {
        add(
            list,
            "RocAuc.oneVsOne",
            0,
            1,
            1,
            in -> RocAuc.oneVsOne(in.truth(), in.probabilities(), a, in.weights()),
            w,
            n);
      }
    }
    add(
        list,
        "HingeLoss.of",
        0,
        INFINITE,
        0,
        in -> HingeLoss.of(in.truth(), in.probabilities(), in.weights()),
        w,
        n);
  }

  private static void numbers(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    Set<String> symmetric =
        Set.of("rmse", "mse", "mae", "median_absolute_error", "max_error", "smape", "rmsle");
    for (RegressionMetric metric : RegressionMetric.ALL) {
      boolean loss = !metric.greaterIsBetter();
      add(
          list,
          "RegressionMetric.value",
          loss ? 0 : Double.NEGATIVE_INFINITY,
          loss ? INFINITE : 1,
          loss ? 0 : 1,
          in -> metric.value(in.numbers(), in.forecasts(), in.weights()),
          w,
          n,
          symmetric.contains(metric.name()) ? Trait.SYMMETRIC : n);
    }
    regression(list, "mae", true, Regression::mae);
    regression(list, "mse", true, Regression::mse);
    regression(list, "rmse", true, Regression::rmse);
    regression(list, "maxError", true, Regression::maxError);
    regression(list, "medianAbsoluteError", true, Regression::medianAbsoluteError);
    regression(list, "smape", true, Regression::smape);
    regression(list, "msle", true, Regression::msle);
    regression(list, "rmsle", true, Regression::rmsle);
    regression(list, "mape", false, Regression::mape);
    score(list, "Regression.r2", Regression::r2);
    score(list, "Regression.explainedVariance", Regression::explainedVariance);
    loss(list, "TweedieDeviance.poisson", TweedieDeviance::poisson);
    loss(list, "TweedieDeviance.gamma", TweedieDeviance::gamma);
    for (double power : new double[] {-1, 0, 1.5, 3}) {
      loss(list, "TweedieDeviance.mean", (y, p, v) -> TweedieDeviance.mean(y, p, power, v));
      score(list, "TweedieDeviance.d2", (y, p, v) -> TweedieDeviance.d2(y, p, power, v));
    }
    for (double alpha : new double[] {0.1, 0.5}) {
      loss(list, "PinballLoss.mean", (y, p, v) -> PinballLoss.mean(y, p, alpha, v));
      score(list, "PinballLoss.d2", (y, p, v) -> PinballLoss.d2(y, p, alpha, v));
    }
  }

  private static void regression(
      List<EveryMetric> list, String method, boolean symmetric, RegressionMetric.Score score) {
    Trait last = symmetric ? Trait.SYMMETRIC : Trait.NUMBERS;
    add(
        list,
        "Regression." + method,
        0,
        INFINITE,
        0,
        in -> score.of(in.numbers(), in.forecasts(), in.weights()),
        Trait.WEIGHTED,
        Trait.NUMBERS,
        last);
  }

  private static void loss(List<EveryMetric> list, String name, RegressionMetric.Score score) {
    add(
        list,
        name,
        0,
        INFINITE,
        0,
        in -> score.of(in.numbers(), in.forecasts(), in.weights()),
        Trait.WEIGHTED,
        Trait.NUMBERS);
  }

  private static void score(List<EveryMetric> list, String name, RegressionMetric.Score score) {
    add(
        list,
        name,
        Double.NEGATIVE_INFINITY,
        1,
        1,
        in -> score.of(in.numbers(), in.forecasts(), in.weights()),
        Trait.WEIGHTED,
        Trait.NUMBERS);
  }

  private static MultiLabelCounts sets(MetricInput in) {
    return MultiLabelCounts.of(in.sets(), in.predictedSets(), in.weights());
  }

  private static void sets(
      List<EveryMetric> list,
      String method,
      double perfect,
      boolean symmetric,
      ToDoubleFunction<MultiLabelCounts> score) {
    Trait last = symmetric ? Trait.SYMMETRIC : Trait.NUMBERS;
    add(
        list,
        "MultiLabelCounts." + method,
        0,
        1,
        perfect,
        in -> score.applyAsDouble(sets(in)),
        Trait.WEIGHTED,
        Trait.NUMBERS,
        last);
  }

  private static void labelSets(List<EveryMetric> list) {
    Trait w = Trait.WEIGHTED;
    Trait n = Trait.NUMBERS;
    sets(list, "hammingLoss", 0, true, MultiLabelCounts::hammingLoss);
    sets(list, "subsetAccuracy", 1, true, MultiLabelCounts::subsetAccuracy);
    sets(list, "precisionOfRows", NONE, false, MultiLabelCounts::precisionOfRows);
    sets(list, "recallOfRows", NONE, false, MultiLabelCounts::recallOfRows);
    sets(list, "f1OfRows", NONE, true, MultiLabelCounts::f1OfRows);
    sets(list, "fBetaOfRows", NONE, false, c -> c.fBetaOfRows(2));
    sets(list, "jaccardOfRows", NONE, true, MultiLabelCounts::jaccardOfRows);
    for (Average a : Average.values()) {
      boolean even = a != Average.WEIGHTED;
      sets(list, "precision", 1, false, c -> c.precision(a));
      sets(list, "recall", 1, false, c -> c.recall(a));
      sets(list, "f1", 1, even, c -> c.f1(a));
      sets(list, "fBeta", 1, false, c -> c.fBeta(0.5, a));
      sets(list, "jaccard", 1, even, c -> c.jaccard(a));
      add(
          list,
          "MultiLabelScores.rocAuc",
          0,
          1,
          1,
          in -> MultiLabelScores.rocAuc(in.sets(), in.setScores(), a, in.weights()),
          w,
          n);
      add(
          list,
          "MultiLabelScores.averagePrecision",
          0,
          1,
          1,
          in -> MultiLabelScores.averagePrecision(in.sets(), in.setScores(), a, in.weights()),
          w,
          n);
    }
    add(
        list,
        "LabelRanking.averagePrecision",
        0,
        1,
        1,
        in -> LabelRanking.averagePrecision(in.sets(), in.setScores(), in.weights()),
        w,
        n);
    add(
        list,
        "LabelRanking.coverageError",
        0,
        3,
        NONE,
        in -> LabelRanking.coverageError(in.sets(), in.setScores(), in.weights()),
        w,
        n);
    add(
        list,
        "LabelRanking.loss",
        0,
        1,
        0,
        in -> LabelRanking.loss(in.sets(), in.setScores(), in.weights()),
        w,
        n);
  }

  private static void agreement(
      List<EveryMetric> list,
      String method,
      double lowest,
      double perfect,
      boolean symmetric,
      ToDoubleFunction<ClusterAgreement> score) {
    add(
        list,
        "ClusterAgreement." + method,
        lowest,
        Double.isNaN(perfect) ? INFINITE : 1 + 1e-12,
        perfect,
        in -> score.applyAsDouble(ClusterAgreement.of(in.parts(), in.clusters())),
        symmetric ? new Trait[] {Trait.SYMMETRIC} : new Trait[0]);
  }

  private static void clusters(List<EveryMetric> list) {
    agreement(list, "rand", 0, 1, true, ClusterAgreement::rand);
    agreement(list, "adjustedRand", -1, 1, true, ClusterAgreement::adjustedRand);
    agreement(list, "fowlkesMallows", 0, 1, true, ClusterAgreement::fowlkesMallows);
    agreement(list, "purity", 0, 1, false, ClusterAgreement::purity);
    agreement(list, "mutualInformation", 0, NONE, true, ClusterAgreement::mutualInformation);
    agreement(list, "homogeneity", 0, 1, false, ClusterAgreement::homogeneity);
    agreement(list, "completeness", 0, 1, false, ClusterAgreement::completeness);
    agreement(list, "vMeasure", 0, 1, true, a -> a.vMeasure(1));
    for (EntropyAverage e : EntropyAverage.values()) {
      agreement(
          list, "normalizedMutualInformation", 0, 1, true, a -> a.normalizedMutualInformation(e));
      agreement(
          list, "adjustedMutualInformation", -1, 1, true, a -> a.adjustedMutualInformation(e));
    }
    Trait one = Trait.ONE_SIDED;
    Trait n = Trait.NUMBERS;
    add(
        list,
        "Silhouette.mean",
        -1,
        1,
        NONE,
        in -> Silhouette.of(in.points(), in.parts()).mean(),
        one,
        n);
    add(
        list,
        "DaviesBouldin.of",
        0,
        INFINITE,
        NONE,
        in -> DaviesBouldin.of(in.points(), in.parts()),
        one,
        n);
    add(
        list,
        "CalinskiHarabasz.of",
        0,
        INFINITE,
        NONE,
        in -> CalinskiHarabasz.of(in.points(), in.parts()),
        one,
        n);
  }

  @Override
  public String toString() {
    return name;
  }
}
