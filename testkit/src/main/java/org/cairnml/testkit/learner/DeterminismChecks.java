package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.linalg.Matrix;
import org.cairnml.testkit.Tolerance;
import org.cairnml.testkit.model.SavedModel;

/** Equal input gives equal bits, and nothing is written that belongs to the caller. */
final class DeterminismChecks {

  private static final int ENOUGH_ROWS_TO_CUT = 1500;

  private DeterminismChecks() {}

  static List<Check> all() {
    return List.of(
        Check.of("leaves its input untouched", DeterminismChecks::inputUntouched),
        Check.of("gives the same model for the same seed", DeterminismChecks::sameSeedSameModel),
        Check.of(
            "gives another model for another seed",
            LearnerSpec::isStochastic,
            DeterminismChecks::otherSeedOtherModel),
        Check.of("gives the same model for any number of workers", DeterminismChecks::workers),
        Check.of("reads views like copies", DeterminismChecks::views),
        Check.of("says the same of a batch and of its rows", DeterminismChecks::batchIsRowByRow),
        Check.of("does not keep the caller's matrix", DeterminismChecks::ownsItsData));
  }

  private static void inputUntouched(LearnerSpec spec) {
    Dataset data = weighted(new Samples(spec).small());
    Matrix x = data.x().copy();
    String before = contents(data);
    Fitted fitted = spec.fit(data);
    assertThat(data.x()).as("x after fit").isEqualTo(x);
    assertThat(contents(data)).as("target and weights after fit").isEqualTo(before);
    if (fitted.predictsNewRows()) {
      double[] row = x.row(3).toArray();
      fitted.output(row);
      assertThat(row).as("the row after predict").isEqualTo(x.row(3).toArray());
      fitted.outputs(data.x());
      assertThat(data.x()).as("x after predict").isEqualTo(x);
    }
  }

  private static Dataset weighted(Dataset data) {
    double[] weights = new double[data.rows()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + i % 3;
    }
    return data.withWeights(weights);
  }

  private static String contents(Dataset data) {
    return (data.hasTarget() ? Arrays.toString(data.target()) : "")
        + (data.hasLabels() ? data.labels().toList() : "")
        + Arrays.toString(data.weights());
  }

  private static void sameSeedSameModel(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    byte[] first = SavedModel.bytes(spec.fit(samples.small()).model());
    spec.fit(samples.dataset(40, 3, 2));
    byte[] second = SavedModel.bytes(spec.fit(samples.small()).model());
    assertThat(second).as("the second fit, saved").isEqualTo(first);
  }

  private static void otherSeedOtherModel(LearnerSpec spec) {
    LearnerSpec other =
        spec.withSeed(987)
            .orElseThrow(() -> new AssertionError("samples, but has no hyperparameter 'seed'"));
    Dataset data = new Samples(spec).small();
    assertThat(SavedModel.bytes(other.fit(data).model()))
        .as("a fit with another seed, saved")
        .isNotEqualTo(SavedModel.bytes(spec.fit(data).model()));
  }

  private static void workers(LearnerSpec spec) {
    Dataset data = new Samples(spec).dataset(ENOUGH_ROWS_TO_CUT, 5, 3);
    byte[] one = SavedModel.bytes(spec.fit(data, new FitOptions().withWorkers(1)).model());
    for (int workers : new int[] {2, 4}) {
      byte[] more = SavedModel.bytes(spec.fit(data, new FitOptions().withWorkers(workers)).model());
      assertThat(more).as("the fit with %d workers, saved", workers).isEqualTo(one);
    }
  }

  private static void views(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    Matrix x = data.x();
    Matrix wide = Matrix.zeros(x.rows() + 2, x.cols() + 3);
    Arrays.fill(wide.data(), Double.NaN);
    Matrix view = wide.slice(1, 1 + x.rows(), 2, 2 + x.cols());
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.cols(); j++) {
        view.set(i, j, x.get(i, j));
      }
    }
    Fitted onCopy = spec.fit(data);
    Fitted onView = spec.fit(data.withFeatures(view, data.schema()));
    assertThat(SavedModel.bytes(onView.model()))
        .as("the fit on a view, saved")
        .isEqualTo(SavedModel.bytes(onCopy.model()));
    if (onCopy.predictsNewRows()) {
      Tolerance.BITWISE.check("on a view", onCopy.outputs(view), onCopy.outputs(x));
    }
  }

  private static void batchIsRowByRow(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    Fitted fitted = spec.fit(samples.small());
    if (!fitted.predictsNewRows()) {
      return;
    }
    Matrix x = samples.features(700, 4, 4);
    double[][] batch = fitted.outputs(x);
    for (int i = 0; i < x.rows(); i++) {
      Tolerance.BITWISE.check("row " + i, batch[i], fitted.output(x.row(i).toArray()));
    }
    assertThat(fitted.outputs(Matrix.zeros(0, 4))).as("predictions for no rows").isEmpty();
  }

  private static void ownsItsData(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    Dataset data = samples.small();
    Matrix probes = samples.features(30, 4, 5);
    Matrix x = data.x().copy();
    Fitted fitted = spec.fit(data.withFeatures(x, data.schema()));
    double[][] before = fitted.predictsNewRows() ? fitted.outputs(probes) : new double[0][];
    byte[] saved = SavedModel.bytes(fitted.model());
    Arrays.fill(x.data(), 0.5);
    if (fitted.predictsNewRows()) {
      Tolerance.BITWISE.check("after x was overwritten", fitted.outputs(probes), before);
    }
    assertThat(SavedModel.bytes(fitted.model()))
        .as("the model, saved again after x was overwritten")
        .isEqualTo(saved);
  }
}
