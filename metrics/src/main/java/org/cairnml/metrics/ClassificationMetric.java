package org.cairnml.metrics;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * A metric of predicted classes or of their probabilities. {@link #ALL} lists those with a name of
 * their own.
 */
public final class ClassificationMetric implements Metric {

  /** {@link ConfusionMatrix#accuracy}. */
  public static final ClassificationMetric ACCURACY =
      ofCounts("accuracy", ConfusionMatrix::accuracy);

  /** {@link ConfusionMatrix#balancedAccuracy}. */
  public static final ClassificationMetric BALANCED_ACCURACY =
      ofCounts("balanced_accuracy", ConfusionMatrix::balancedAccuracy);

  /** {@link ConfusionMatrix#precision(Average)}, macro. */
  public static final ClassificationMetric PRECISION_MACRO =
      ofCounts("precision_macro", c -> c.precision(Average.MACRO));

  /** {@link ConfusionMatrix#recall(Average)}, macro. */
  public static final ClassificationMetric RECALL_MACRO =
      ofCounts("recall_macro", c -> c.recall(Average.MACRO));

  /** {@link ConfusionMatrix#f1(Average)}, macro. */
  public static final ClassificationMetric F1_MACRO =
      ofCounts("f1_macro", c -> c.f1(Average.MACRO));

  /** {@link ConfusionMatrix#f1(Average)}, weighted. */
  public static final ClassificationMetric F1_WEIGHTED =
      ofCounts("f1_weighted", c -> c.f1(Average.WEIGHTED));

  /** {@link ConfusionMatrix#jaccard(Average)}, macro. */
  public static final ClassificationMetric JACCARD_MACRO =
      ofCounts("jaccard_macro", c -> c.jaccard(Average.MACRO));

  /** {@link CohenKappa#of(ConfusionMatrix)}. */
  public static final ClassificationMetric KAPPA = ofCounts("kappa", CohenKappa::of);

  /** {@link MatthewsCorrelation#of}. */
  public static final ClassificationMetric MCC = ofCounts("mcc", MatthewsCorrelation::of);

  /** {@link RocAuc#of(Labels, Matrix)}. */
  public static final ClassificationMetric ROC_AUC = ofProbabilities("roc_auc", RocAuc::of);

  /** {@link ProbabilityScores#averagePrecision(Labels, Matrix)}. */
  public static final ClassificationMetric AVERAGE_PRECISION =
      ofProbabilities("average_precision", ProbabilityScores::averagePrecision);

  /** {@link ProbabilityScores#logLoss(Labels, Matrix)}. */
  public static final ClassificationMetric LOG_LOSS =
      ofProbabilityLoss("log_loss", ProbabilityScores::logLoss);

  /** {@link ProbabilityScores#brier(Labels, Matrix)}. */
  public static final ClassificationMetric BRIER =
      ofProbabilityLoss("brier", ProbabilityScores::brier);

  /** All of the above. */
  public static final List<ClassificationMetric> ALL =
      List.of(
          ACCURACY,
          BALANCED_ACCURACY,
          PRECISION_MACRO,
          RECALL_MACRO,
          F1_MACRO,
          F1_WEIGHTED,
          JACCARD_MACRO,
          KAPPA,
          MCC,
          ROC_AUC,
          AVERAGE_PRECISION,
          LOG_LOSS,
          BRIER);

  /** The value of a truth, probabilities (n x k; columns as its classes) and n weights. */
  @FunctionalInterface
  public interface ProbabilityScore {
    /** Computes the value. */
    double of(Labels truth, Matrix probabilities, double[] weights);
  }

  private enum Input {
    CLASSES,
    PROBABILITIES
  }

  @FunctionalInterface
  private interface Score {
    double of(Labels truth, ClassPredictions predictions, double[] weights);
  }

  private final String name;
  private final boolean greaterIsBetter;
  private final Input input;
  private final Score score;

  private ClassificationMetric(String name, boolean greaterIsBetter, Input input, Score score) {
    this.name = Objects.requireNonNull(name, "name");
    this.greaterIsBetter = greaterIsBetter;
    this.input = input;
    this.score = score;
  }

  /** A metric of one's own that follows from the counts, of which higher is better. */
  public static ClassificationMetric ofCounts(
      String name, ToDoubleFunction<ConfusionMatrix> score) {
    return counts(name, true, score);
  }

  /** A metric of one's own that follows from the counts, of which lower is better: a cost. */
  public static ClassificationMetric ofCountLoss(
      String name, ToDoubleFunction<ConfusionMatrix> loss) {
    return counts(name, false, loss);
  }

  /** A metric of one's own of probabilities, of which higher is better. */
  public static ClassificationMetric ofProbabilities(String name, ProbabilityScore score) {
    return probabilities(name, true, score);
  }

  /** A metric of one's own of probabilities, of which lower is better. */
  public static ClassificationMetric ofProbabilityLoss(String name, ProbabilityScore loss) {
    return probabilities(name, false, loss);
  }

  private static ClassificationMetric counts(
      String name, boolean greaterIsBetter, ToDoubleFunction<ConfusionMatrix> score) {
    Objects.requireNonNull(score, "score");
    return new ClassificationMetric(
        name,
        greaterIsBetter,
        Input.CLASSES,
        (truth, predictions, weights) ->
            score.applyAsDouble(ConfusionMatrix.of(truth, predictions.labels(), weights)));
  }

  private static ClassificationMetric probabilities(
      String name, boolean greaterIsBetter, ProbabilityScore score) {
    Objects.requireNonNull(score, "score");
    return new ClassificationMetric(
        name,
        greaterIsBetter,
        Input.PROBABILITIES,
        (truth, predictions, weights) ->
            score.of(
                truth.withClasses(predictions.labels().classes()),
                predictions.probabilities().orElseThrow(() -> missing(name)),
                weights));
  }

  private static DataException missing(String name) {
    return new DataException(
        "the metric '%s' needs probabilities, which this model does not give; take another metric or"
                .formatted(name)
            + " calibrate the model");
  }

  /**
   * The metric of this name.
   *
   * @throws IllegalArgumentException if there is none, with the names that there are
   */
  public static ClassificationMetric named(String name) {
    return MetricNames.find(name, ALL);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean greaterIsBetter() {
    return greaterIsBetter;
  }

  /** Whether it needs the probabilities of the classes. */
  public boolean needsProbabilities() {
    return input == Input.PROBABILITIES;
  }

  /**
   * The value of n true classes and their predictions.
   *
   * @throws DataException if they cannot be compared, or probabilities are needed and missing
   */
  public double value(Labels truth, ClassPredictions predictions) {
    return value(truth, predictions, Weights.ones(truth.size()));
  }

  /** The same with a weight for each row. */
  public double value(Labels truth, ClassPredictions predictions, double[] weights) {
    return score.of(truth, predictions, weights);
  }

  @Override
  public String toString() {
    return name;
  }
}
