package org.cairnml.boosting;

import java.util.List;
import java.util.OptionalInt;
import org.cairnml.base.DataException;
import org.cairnml.core.ClassWeights;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;

/**
 * Trees that each correct the sum of those before, on the logistic loss for two classes and the
 * softmax loss, with a tree for each class, for more.
 *
 * <p>Columns are cut into at most {@code maxBins} bins once, missing values (NaN) in a bin of their
 * own, whose side each split learns; category columns are split into two sets of categories. With
 * {@link FitOptions#validation} boosting ends once the loss on these rows has not fallen for {@code
 * patience} rounds, and the model keeps the rounds up to the best. Defaults follow scikit-learn's
 * histogram gradient boosting, except that l2 is 1 as in XGBoost: at 0, leaves of rows that are all
 * of one class grow without bound, and probabilities with them.
 *
 * <p>Sources: Friedman 2001, doi:10.1214/aos/1013203451; Chen and Guestrin 2016,
 * doi:10.1145/2939672.2939785; Ke et al. 2017, LightGBM, NeurIPS 30.
 *
 * @param classWeights how much rows of each class count
 * @param trees trees at most; of more than two classes, for each class
 * @param learningRate what the values of each tree are multiplied by
 * @param growth which leaf is split next
 * @param maxLeaves the most leaves of a tree
 * @param maxDepth the most questions from the root to a leaf
 * @param minSamplesLeaf fewest rows of a leaf
 * @param minChildWeight least second derivative of the loss in a leaf
 * @param l1 penalty on the absolute leaf values
 * @param l2 penalty on the squared leaf values
 * @param minGain least gain of a split
 * @param maxStep largest absolute leaf value, before the learning rate
 * @param rowShare share of the rows drawn for each round
 * @param columnShare share of the columns drawn for each tree
 * @param maxBins the most bins that a feature is cut into
 * @param categorySmoothing what draws rare categories together: added to their second derivatives
 * @param rising columns in which the prediction must not fall
 * @param falling columns in which the prediction must not rise
 * @param interactions sets of columns that may act together; empty for all
 * @param patience rounds without improvement on the validation data before the end
 * @param seed start of all randomness
 */
@Summary("Gradient boosting of trees for classes: fast, accurate, takes NaN and categories")
public record GradientBoostingClassifier(
    @Param("How much rows of each class count") ClassWeights classWeights,
    @Param(value = "Trees at most; of more than two classes, for each class", range = "[1, inf)")
        int trees,
    @Param(value = "What the values of each tree are multiplied by", range = "(0, 1]")
        double learningRate,
    @Param("Which leaf is split next") Growth growth,
    @Param(value = "The most leaves of a tree", range = "[2, inf)") int maxLeaves,
    @Param(value = "The most questions from the root to a leaf", range = "[1, inf)")
        OptionalInt maxDepth,
    @Param(value = "Fewest rows of a leaf", range = "[1, inf)") int minSamplesLeaf,
    @Param(value = "Least second derivative of the loss in a leaf", range = "[0, inf)")
        double minChildWeight,
    @Param(value = "Penalty on the absolute leaf values", range = "[0, inf)") double l1,
    @Param(value = "Penalty on the squared leaf values", range = "[0, inf)") double l2,
    @Param(value = "Least gain of a split", range = "[0, inf)") double minGain,
    @Param(value = "Largest absolute leaf value, before the learning rate", range = "(0, inf]")
        double maxStep,
    @Param(value = "Share of the rows drawn for each round", range = "(0, 1]") double rowShare,
    @Param(value = "Share of the columns drawn for each tree", range = "(0, 1]") double columnShare,
    @Param(value = "The most bins that a feature is cut into", range = "[2, 255]") int maxBins,
    @Param(
            value = "What draws rare categories together: added to their second derivatives",
            range = "[0, inf)")
        double categorySmoothing,
    @Param("Columns in which the prediction must not fall") List<String> rising,
    @Param("Columns in which the prediction must not rise") List<String> falling,
    @Param("Sets of columns that may act together; empty for all") List<List<String>> interactions,
    @Param(
            value = "Rounds without improvement on the validation data before the end",
            range = "[1, inf)")
        int patience,
    @Param("Start of all randomness") long seed)
    implements Classifier<ClassificationBoosting>,
        GradientBoostingClassifierParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new GradientBoostingClassifier().with...(...)} instead. */
  public GradientBoostingClassifier {
    GradientBoostingClassifierParams.check(
        classWeights,
        trees,
        learningRate,
        growth,
        maxLeaves,
        maxDepth,
        minSamplesLeaf,
        minChildWeight,
        l1,
        l2,
        minGain,
        maxStep,
        rowShare,
        columnShare,
        maxBins,
        categorySmoothing,
        rising,
        falling,
        interactions,
        patience,
        seed);
    rising = List.copyOf(rising);
    falling = List.copyOf(falling);
    interactions = interactions.stream().map(List::copyOf).toList();
  }

  /** The defaults. */
  public GradientBoostingClassifier() {
    this(
        ClassWeights.EQUAL,
        100,
        0.1,
        Growth.LEAF_WISE,
        31,
        OptionalInt.empty(),
        20,
        1e-3,
        0,
        1,
        0,
        10,
        1,
        1,
        255,
        10,
        List.of(),
        List.of(),
        List.of(),
        10,
        0);
  }

  @Override
  public ClassificationBoosting fit(Dataset data, FitOptions options) {
    return fit(data, options, null);
  }

  /** Adds {@code trees} more rounds to a model of the same columns and classes. */
  public ClassificationBoosting fitOn(
      ClassificationBoosting model, Dataset data, FitOptions options) {
    if (data.cols() != model.schema().width()) {
      throw new DataException(
          "the model has %d columns, the data %d".formatted(model.schema().width(), data.cols()));
    }
    return fit(data.withLabels(data.labels().withClasses(model.classes())), options, model);
  }

  private ClassificationBoosting fit(
      Dataset data, FitOptions options, ClassificationBoosting before) {
    Labels labels = data.labels();
    List<String> classes = labels.classes();
    double[] classWeight = classWeight(data, labels);
    Boosted boosted =
        new Booster(settings(), data, options, set -> objective(set, classes, classWeight))
            .train(before == null ? null : before.ensemble());
    return new ClassificationBoosting(
        data.schema(), classes, boosted.ensemble(), boosted.summary());
  }

  /** The weight of each class, or null if all are 1. */
  private double[] classWeight(Dataset data, Labels labels) {
    if (classWeights == ClassWeights.EQUAL) {
      return null;
    }
    double[] mass = new double[labels.classes().size()];
    double total = 0;
    for (int i = 0; i < labels.size(); i++) {
      mass[labels.code(i)] += data.weight(i);
      total += data.weight(i);
    }
    for (int k = 0; k < mass.length; k++) {
      mass[k] = mass[k] > 0 ? total / (mass.length * mass[k]) : 0;
    }
    return mass;
  }

  private static Objective objective(Dataset data, List<String> classes, double[] classWeight) {
    int[] codes = data.labels().withClasses(classes).codes();
    double[] weights = data.isWeighted() || classWeight != null ? data.weights() : null;
    if (classWeight != null) {
      for (int i = 0; i < codes.length; i++) {
        weights[i] *= classWeight[codes[i]];
      }
    }
    return classes.size() <= 2
        ? new LogisticObjective(codes, weights)
        : new SoftmaxObjective(codes, classes.size(), weights);
  }

  private BoostingSettings settings() {
    return new BoostingSettings(
        trees,
        learningRate,
        new TreeSettings(
            growth,
            maxLeaves,
            maxDepth.orElse(Integer.MAX_VALUE),
            minSamplesLeaf,
            minChildWeight,
            l1,
            l2,
            minGain,
            maxStep),
        maxBins,
        rowShare,
        columnShare,
        patience,
        categorySmoothing,
        rising,
        falling,
        interactions,
        seed);
  }
}
