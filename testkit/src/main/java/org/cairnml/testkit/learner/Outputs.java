package org.cairnml.testkit.learner;

import java.util.Arrays;
import java.util.Optional;
import org.cairnml.base.CairnException;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.ClusterModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.linalg.Matrix;

/**
 * What every prediction must be, whatever the data: finite, a class that exists, adding up to 1.
 */
final class Outputs {

  /** Probabilities are rounded sums of at most a few terms. */
  private static final double PROBABILITY_SUM_ERROR = 1e-9;

  private Outputs() {}

  /** Fits, or is refused with a CairnException or IllegalArgumentException that says why. */
  static Optional<Fitted> fitsOrRefuses(LearnerSpec spec, Dataset data) {
    Fitted fitted;
    try {
      fitted = spec.fit(data);
    } catch (CairnException | IllegalArgumentException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("refuses " + data + " without saying why", e);
      }
      return Optional.empty();
    }
    checkMeaningful(spec, fitted, data.x());
    return Optional.of(fitted);
  }

  /** Fails if the model says something of its training rows that makes no sense. */
  static void checkMeaningful(LearnerSpec spec, Fitted fitted, Matrix x) {
    double[][] outputs = fitted.outputsOnTraining(x);
    if (outputs.length != x.rows()) {
      throw new AssertionError(outputs.length + " results for " + x.rows() + " rows");
    }
    for (int i = 0; i < outputs.length; i++) {
      boolean mayBeNaN = spec.kind() == Kind.TRANSFORMER && hasNaN(x.row(i).toArray());
      for (double value : outputs[i]) {
        if (!Double.isFinite(value) && !(mayBeNaN && Double.isNaN(value))) {
          throw new AssertionError("row " + i + " " + x.row(i) + " gives " + value);
        }
      }
      checkKind(fitted, outputs[i], "row " + i);
    }
  }

  private static void checkKind(Fitted fitted, double[] output, String place) {
    if (fitted.model() instanceof ClassificationModel model) {
      requireWithin(place + ": class", output[0], 0, model.classes().size() - 1);
    }
    if (fitted.model() instanceof ClusterModel model) {
      requireWithin(place + ": cluster", output[0], -1, model.clusterCount() - 1);
    }
    if (fitted.model() instanceof ProbabilityModel) {
      double sum = 0;
      for (int c = 1; c < output.length; c++) {
        requireWithin(place + ": probability", output[c], 0, 1);
        sum += output[c];
        if (output[c] > output[1 + (int) output[0]]) {
          throw new AssertionError(place + ": a class is likelier than the one predicted");
        }
      }
      if (Math.abs(sum - 1) > PROBABILITY_SUM_ERROR) {
        throw new AssertionError(place + ": probabilities add up to " + sum);
      }
    }
  }

  private static boolean hasNaN(double[] row) {
    return Arrays.stream(row).anyMatch(Double::isNaN);
  }

  private static void requireWithin(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new AssertionError(what + " is " + value + ", not in [" + low + ", " + high + "]");
    }
  }
}
