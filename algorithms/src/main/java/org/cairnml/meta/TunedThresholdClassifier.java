package org.cairnml.meta;

import java.util.List;
import org.cairnml.base.Seed;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.selection.Split;

/**
 * A classifier whose decisions, rather than the likeliest class, are those that reach a goal best:
 * a metric, or the least cost.
 *
 * <p>Probabilities of all rows come from models that were not fitted on them, fold by fold; of
 * these, the threshold of two classes is chosen. Of more than two, the probability of each class is
 * multiplied by a factor, which class by class is set to its best value until none gains. The base
 * is then fitted on all rows. The model tells classes only; the probabilities are those of {@link
 * ThresholdModel#base}, since a class that is likelier than the one decided for would contradict
 * it.
 *
 * <p>Sources: Elkan 2001, The foundations of cost-sensitive learning, IJCAI 17, 973-978; for costs
 * that are known, its threshold of calibrated probabilities is cost(false positive) / (cost(false
 * positive) + cost(false negative)). Like scikit-learn's {@code TunedThresholdClassifierCV}, with
 * the same default goal; unlike it, every threshold is tried rather than 100, on all folds
 * together, and there may be more than two classes.
 *
 * @param base the classifier inside, whose model must give probabilities
 * @param goal what thresholds are chosen for
 * @param costs of the goal {@code COST}: for each true class the cost of each predicted one, both
 *     in the order of the sorted classes; a utility is a negative cost. Empty: 1 for every mistake
 * @param folds how many parts the rows are cut into to get probabilities of rows held out
 * @param seed start of the shuffle into folds
 */
@Summary("A classifier whose decision threshold is tuned on held-out rows")
public record TunedThresholdClassifier(
    @Param("The classifier inside") Classifier<?> base,
    @Param("What thresholds are chosen for") ThresholdGoal goal,
    @Param("For each true class the cost of each predicted one; empty: 1 for every mistake")
        List<List<Double>> costs,
    @Param(value = "Parts of the rows to get probabilities of rows held out", range = "[2, inf)")
        int folds,
    @Param("Start of the shuffle into folds") long seed)
    implements Classifier<ThresholdModel>, TunedThresholdClassifierParams {

  /** Checks the ranges; use {@code new TunedThresholdClassifier().withBase(...)} instead. */
  public TunedThresholdClassifier {
    TunedThresholdClassifierParams.check(base, goal, costs, folds, seed);
    costs = costs.stream().map(List::copyOf).toList();
    for (List<Double> row : costs) {
      if (row.size() != costs.size() || !row.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "costs must be finite numbers, as many for each true class as there are classes, but"
                + " were "
                + costs);
      }
    }
  }

  /** Logistic regression, balanced accuracy, every mistake costs 1, 5 folds, seed 0. */
  public TunedThresholdClassifier() {
    this(new LogisticRegression(), ThresholdGoal.BALANCED_ACCURACY, List.of(), 5, 0);
  }

  /** The same for the least cost of two classes, the second of which is the positive one. */
  public TunedThresholdClassifier withCosts(double falsePositive, double falseNegative) {
    return withGoal(ThresholdGoal.COST)
        .withCosts(List.of(List.of(0.0, falsePositive), List.of(falseNegative, 0.0)));
  }

  @Override
  public ThresholdModel fit(Dataset data, FitOptions options) {
    Labels all = data.labels();
    requireCosts(all);
    Dataset used = Base.checked(data, base);
    List<Split> parts = HeldOut.folds(used, folds, Seed.of(seed));
    FitMonitor monitor = options.monitor("threshold", parts.size() + 1L);
    int k = all.classes().size();
    Matrix p = Matrix.zeros(used.rows(), k);
    double[] weights = new double[used.rows()];
    boolean goOn = true;
    int done = 0;
    for (; done < parts.size() && goOn; done++) {
      int[] held = parts.get(done).test();
      ProbabilityModel model =
          Base.fit(base, used.rows(parts.get(done).train()), Base.inner(options));
      Matrix said = model.probabilities(used.rows(held).x());
      for (int i = 0; i < held.length; i++) {
        System.arraycopy(said.row(i).toArray(), 0, p.data(), held[i] * k, k);
        weights[held[i]] = used.weight(held[i]);
      }
      goOn = monitor.step(Double.NaN);
    }
    ProbabilityModel whole = Base.fit(base, used, Base.inner(options));
    double[] factors = ClassFactors.learn(p, used.labels(), weights, goal, costs);
    if (goOn) {
      monitor.step(Double.NaN);
      done++;
    }
    return new ThresholdModel(whole, factors, monitor.summary(done, true, Double.NaN));
  }

  /**
   * Tunes the threshold of a model that is fitted already; {@code base} and {@code folds} do not
   * matter.
   *
   * @param data rows that the model was not fitted on, with labels among its classes
   * @throws org.cairnml.base.DataException if the rows do not suit the model
   */
  public ThresholdModel tune(ProbabilityModel model, Dataset data) {
    FitMonitor monitor = new FitOptions().monitor("threshold", 1);
    Dataset used = HeldOut.present(data.withLabels(data.labels().withClasses(model.classes())));
    requireCosts(used.labels());
    double[] factors =
        ClassFactors.learn(
            model.probabilities(used.x()), used.labels(), used.weights(), goal, costs);
    return new ThresholdModel(model, factors, monitor.summary(1, true, Double.NaN));
  }

  private void requireCosts(Labels labels) {
    if (!costs.isEmpty() && costs.size() != labels.classes().size()) {
      throw new IllegalArgumentException(
          "costs are of %d classes, but the data have %d: %s"
              .formatted(costs.size(), labels.classes().size(), labels.classes()));
    }
  }
}
