package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cairnml.base.DataException;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** What cannot be used is refused in the user's words, and missing values as the learner says. */
final class RefusalChecks {

  private static final int ROW = 7;
  private static final int COLUMN = 2;
  private static final double[] INFINITIES = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

  private RefusalChecks() {}

  static List<Check> all() {
    Predicate<LearnerSpec> handlesMissing = LearnerSpec::handlesMissing;
    return List.of(
        Check.of("refuses rows of another width", RefusalChecks::width),
        Check.of("refuses infinity", RefusalChecks::infinity),
        Check.of("refuses NaN", handlesMissing.negate(), RefusalChecks::missingRefused),
        Check.of("uses NaN", handlesMissing, RefusalChecks::missingUsed),
        Check.of("refuses data without its kind of target", RefusalChecks::wrongTarget),
        Check.of("refuses no rows and no columns", RefusalChecks::nothing));
  }

  private static void width(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    Fitted fitted = spec.fit(samples.small());
    if (!fitted.predictsNewRows()) {
      return;
    }
    for (int wrong : new int[] {3, 5}) {
      refused(() -> fitted.output(new double[wrong]), "" + wrong, "4");
      refused(() -> fitted.outputs(Matrix.zeros(6, wrong)), "" + wrong, "4");
    }
  }

  private static void infinity(LearnerSpec spec) {
    for (double infinite : INFINITIES) {
      refusesEverywhere(spec, infinite, "Infinity");
    }
  }

  private static void missingRefused(LearnerSpec spec) {
    refusesEverywhere(spec, Double.NaN, "NaN");
  }

  private static void refusesEverywhere(LearnerSpec spec, double bad, String named) {
    Samples samples = new Samples(spec);
    Dataset data = samples.small();
    Matrix spoilt = data.x().copy();
    spoilt.set(ROW, COLUMN, bad);
    String column = "'" + data.schema().name(COLUMN) + "'";
    refused(() -> spec.fit(data.withFeatures(spoilt, data.schema())), "row " + ROW, column, named);
    Fitted fitted = spec.fit(data);
    if (fitted.predictsNewRows()) {
      refused(() -> fitted.output(spoilt.row(ROW).toArray()), column, named);
      refused(() -> fitted.outputs(spoilt), "row " + ROW, column, named);
    }
  }

  private static void missingUsed(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    Dataset data = samples.dataset(120, 4, 6);
    Matrix holes = data.x().copy();
    for (int i = 0; i < holes.rows(); i++) {
      if (i % 5 != 0) {
        holes.set(i, i % 5 - 1, Double.NaN);
      }
    }
    Outputs.checkMeaningful(spec, spec.fit(data.withFeatures(holes, data.schema())), holes);
    Fitted neverSawNaN = spec.fit(data);
    Outputs.checkMeaningful(spec, neverSawNaN, holes);
    Matrix emptyColumn = data.x().copy();
    for (int i = 0; i < emptyColumn.rows(); i++) {
      emptyColumn.set(i, 1, Double.NaN);
    }
    Dataset noValues = data.withFeatures(emptyColumn, data.schema());
    Outputs.fitsOrRefuses(spec, noValues);
  }

  private static void wrongTarget(LearnerSpec spec) {
    Dataset bare = Dataset.of(new Samples(spec).features(10, 4, 7), new Samples(spec).schema(4));
    switch (spec.kind()) {
      case REGRESSOR -> {
        refused(() -> spec.fit(bare), "target");
        refused(() -> spec.fit(bare.withLabels(tenLabels())), "labels");
      }
      case CLASSIFIER -> {
        refused(() -> spec.fit(bare), "labels");
        refused(() -> spec.fit(bare.withTarget(new double[10])), "labels");
      }
      default -> {}
    }
  }

  private static Labels tenLabels() {
    return Labels.of("a", "b", "a", "b", "a", "b", "a", "b", "a", "b");
  }

  private static void nothing(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    refused(() -> spec.fit(samples.dataset(0, 4, 8)), "row");
    refused(() -> spec.fit(samples.dataset(10, 0, 8)), "column");
  }

  /** Fails unless the call throws a DataException with these facts and more than a word to say. */
  static void refused(ThrowingCallable call, String... facts) {
    assertThatThrownBy(call)
        .isInstanceOf(DataException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(facts).contains(" "));
  }
}
