package org.cairnml.boosting;

import java.util.Arrays;
import java.util.List;
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
 * <p>{@link BoostingSettings} says how columns are cut, what becomes of missing values and
 * categories, and when boosting ends early. Defaults follow scikit-learn's histogram gradient
 * boosting, except that l2 is 1 as in XGBoost: at 0, leaves of rows that are all of one class grow
 * without bound, and probabilities with them.
 *
 * <p>Sources: Friedman 2001, doi:10.1214/aos/1013203451; Chen and Guestrin 2016,
 * doi:10.1145/2939672.2939785; Ke et al. 2017, LightGBM, NeurIPS 30.
 *
 * @param classWeights how much rows of each class count
 * @param boosting what does not depend on the loss
 */
@Summary("Gradient boosting of trees for classes: fast, accurate, takes NaN and categories")
public record GradientBoostingClassifier(
    @Param("How much rows of each class count") ClassWeights classWeights,
    BoostingSettings boosting)
    implements Classifier<ClassificationBoosting>,
        GradientBoostingClassifierParams,
        HandlesMissing,
        HandlesCategories {

  /** Checks the ranges; use {@code new GradientBoostingClassifier().with...(...)} instead. */
  public GradientBoostingClassifier {
    GradientBoostingClassifierParams.check(classWeights, boosting);
  }

  /** The defaults. */
  public GradientBoostingClassifier() {
    this(ClassWeights.EQUAL, new BoostingSettings().withL2(1).withMaxStep(10));
  }

  @Override
  public ClassificationBoosting fit(Dataset data, FitOptions options) {
    return fit(data, options, GradientBoostingClassifier::builtIn, ClassLink.SOFTMAX, null);
  }

  /**
   * Learns with a loss of your own.
   *
   * @throws IllegalArgumentException if the loss has not one score for up to two classes, or one a
   *     class for more
   */
  public ClassificationBoosting fit(Dataset data, FitOptions options, OwnLoss ownLoss) {
    int classes = data.labels().classes().size();
    int scores = classes <= 2 ? 1 : classes;
    if (ownLoss.outputs() != scores) {
      throw new IllegalArgumentException(
          "a loss of "
              + classes
              + " classes needs outputs() of "
              + scores
              + ", but has "
              + ownLoss.outputs());
    }
    ClassLink link = classes <= 2 ? ClassLink.SOFTMAX : ownLoss.link();
    return fit(data, options, (codes, k, weights) -> own(ownLoss, codes, weights), link, null);
  }

  /** Adds {@code trees} more rounds to a model of the same columns and classes. */
  public ClassificationBoosting fitOn(
      ClassificationBoosting model, Dataset data, FitOptions options) {
    TreeEnsemble before = model.ensembleFor(data);
    Dataset sameClasses = data.withLabels(data.labels().withClasses(model.classes()));
    return fit(
        sameClasses, options, GradientBoostingClassifier::builtIn, ClassLink.SOFTMAX, before);
  }

  private ClassificationBoosting fit(
      Dataset data, FitOptions options, LossOfClasses loss, ClassLink link, TreeEnsemble before) {
    Labels labels = data.labels();
    List<String> classes = labels.classes();
    double[] classWeight = classWeight(data, labels);
    Boosted boosted =
        new Booster(boosting, data, options, set -> objective(set, classes, classWeight, loss))
            .train(before);
    return new ClassificationBoosting(
        data.schema(), classes, link, boosted.ensemble(), boosted.summary());
  }

  /** Makes the loss of rows, given their classes by number and their weights, or null. */
  private interface LossOfClasses {
    Objective of(int[] codes, int classes, double[] weights);
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

  private static Objective objective(
      Dataset data, List<String> classes, double[] classWeight, LossOfClasses loss) {
    int[] codes = data.labels().withClasses(classes).codes();
    double[] weights = data.isWeighted() || classWeight != null ? data.weights() : null;
    if (classWeight != null) {
      for (int i = 0; i < codes.length; i++) {
        weights[i] *= classWeight[codes[i]];
      }
    }
    return loss.of(codes, classes.size(), weights);
  }

  private static Objective builtIn(int[] codes, int classes, double[] weights) {
    return classes <= 2
        ? new LogisticObjective(codes, weights)
        : new SoftmaxObjective(codes, classes, weights);
  }

  private static Objective own(OwnLoss loss, int[] codes, double[] weights) {
    double[] ofRows = weights == null ? new double[codes.length] : weights;
    if (weights == null) {
      Arrays.fill(ofRows, 1);
    }
    return BlockObjective.ofRows(loss, Arrays.stream(codes).asDoubleStream().toArray(), ofRows);
  }
}
