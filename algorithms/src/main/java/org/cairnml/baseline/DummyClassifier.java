package org.cairnml.baseline;

import java.util.Arrays;
import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.data.Labels;

/**
 * Predicts classes without a look at the features: what a real classifier must beat.
 *
 * <p>The defaults are those of scikit-learn. A strategy that draws takes its randomness from the
 * seed and the values of the row, so equal rows get equal classes, whatever is asked beside them.
 *
 * @param strategy what is predicted
 * @param constant the class to predict, for the strategy constant only
 * @param seed for the strategies that draw
 */
@Summary("Classes without a look at the features: the baseline to beat")
public record DummyClassifier(
    @Param("prior, most-frequent, stratified, uniform or constant") ClassStrategy strategy,
    @Param("The class that strategy constant predicts") String constant,
    @Param("Where randomness starts") long seed)
    implements Classifier<DummyClassification>,
        HandlesMissing,
        HandlesCategories,
        HandlesSparse,
        DummyClassifierParams {

  /** Checks the values; use {@code new DummyClassifier().withStrategy(...)} instead. */
  public DummyClassifier {
    DummyClassifierParams.check(strategy, constant, seed);
  }

  /** Strategy prior. */
  public DummyClassifier() {
    this(ClassStrategy.PRIOR, "", 0);
  }

  @Override
  public DummyClassification fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("baseline", 1);
    double[] shares = chances(data);
    boolean drawn = strategy == ClassStrategy.STRATIFIED || strategy == ClassStrategy.UNIFORM;
    monitor.step(Double.NaN);
    return new DummyClassification(
        data.schema(),
        data.labels().classes(),
        shares,
        drawn ? DummyClassification.Answer.DRAWN : DummyClassification.Answer.FIXED,
        seed,
        monitor.summary(1, true, Double.NaN));
  }

  private double[] chances(Dataset data) {
    Labels labels = data.labels();
    double[] shares = new double[labels.classes().size()];
    double total = 0;
    for (int i = 0; i < labels.size(); i++) {
      shares[labels.code(i)] += data.weight(i);
      total += data.weight(i);
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= total;
    }
    return switch (strategy) {
      case PRIOR, STRATIFIED -> shares;
      case MOST_FREQUENT -> certain(shares.length, DummyClassification.likeliest(shares));
      case UNIFORM -> {
        long present = Arrays.stream(shares).filter(s -> s > 0).count();
        yield Arrays.stream(shares).map(s -> s > 0 ? 1.0 / present : 0).toArray();
      }
      case CONSTANT -> certain(shares.length, constantCode(labels.classes()));
    };
  }

  private int constantCode(List<String> classes) {
    int code = classes.indexOf(constant);
    if (code < 0) {
      throw new DataException(
          "the constant class '%s' is none of the classes of the data: %s"
              .formatted(constant, classes));
    }
    return code;
  }

  private static double[] certain(int classes, int code) {
    double[] probabilities = new double[classes];
    probabilities[code] = 1;
    return probabilities;
  }
}
