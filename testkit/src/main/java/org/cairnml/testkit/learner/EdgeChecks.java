package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Dataset;
import org.cairnml.core.Hyperparameters;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.testkit.generate.HostileData;
import org.cairnml.testkit.generate.Tries;

/** Shapes and values at the edge: either a result that makes sense or a clear refusal. */
final class EdgeChecks {

  private static final int HOSTILE_TRIES = 120;

  private EdgeChecks() {}

  static List<Check> all() {
    return List.of(
        Check.of("survives one row", spec -> survives(spec, 1, 3)),
        Check.of("survives two rows", spec -> survives(spec, 2, 3)),
        Check.of("works on one column", EdgeChecks::oneColumn),
        Check.of("survives more columns than rows", spec -> survives(spec, 8, 30)),
        Check.of("survives a constant column", EdgeChecks::constantColumn),
        Check.of("survives a constant target", EdgeChecks::constantTarget),
        Check.of("survives equal rows", EdgeChecks::equalRows),
        Check.of("speaks of classes by the user's labels", isClassifier(), EdgeChecks::labels),
        Check.of("lives with a class that has no row", isClassifier(), EdgeChecks::emptyClass),
        Check.of("survives hostile data", EdgeChecks::hostile));
  }

  private static Predicate<LearnerSpec> isClassifier() {
    return spec -> spec.kind() == Kind.CLASSIFIER;
  }

  private static void survives(LearnerSpec spec, int n, int d) {
    Outputs.fitsOrRefuses(spec, new Samples(spec).dataset(n, d, 9));
  }

  private static void oneColumn(LearnerSpec spec) {
    Dataset data = new Samples(spec).dataset(60, 1, 10);
    Outputs.checkMeaningful(spec, spec.fit(data), data.x());
  }

  private static void constantColumn(LearnerSpec spec) {
    for (double value : new double[] {0, 2, -1e9}) {
      Dataset data = new Samples(spec).small();
      Matrix x = data.x().copy();
      for (int i = 0; i < x.rows(); i++) {
        x.set(i, 1, value);
      }
      Outputs.fitsOrRefuses(spec, data.withFeatures(x, data.schema()));
    }
  }

  private static void constantTarget(LearnerSpec spec) {
    Samples samples = new Samples(spec);
    double[] y = new double[60];
    Arrays.fill(y, 2.5);
    Dataset data = samples.withTarget(samples.small(), y);
    Optional<Fitted> fitted = Outputs.fitsOrRefuses(spec, data);
    if (fitted.isPresent() && spec.kind() == Kind.REGRESSOR && hasIntercept(spec)) {
      for (double[] output : fitted.get().outputs(data.x())) {
        assertThat(output[0]).as("the constant target 2.5").isBetween(2.2, 2.8);
      }
    }
    if (fitted.isPresent() && spec.kind() == Kind.CLASSIFIER) {
      for (double[] output : fitted.get().outputs(data.x())) {
        assertThat(output[0]).as("the only class").isEqualTo(2);
      }
    }
  }

  private static boolean hasIntercept(LearnerSpec spec) {
    return Hyperparameters.of(spec.learner()).stream()
        .noneMatch(p -> p.name().equals("intercept") && p.value().equals(false));
  }

  private static void equalRows(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    Outputs.fitsOrRefuses(spec, data.rows(new int[30]));
    int[] twoRows = IntStream.range(0, 40).map(i -> i % 2).toArray();
    Outputs.fitsOrRefuses(spec, data.rows(twoRows));
  }

  private static void labels(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    List<List<String>> namings =
        List.of(List.of("no", "maybe, \"yes\"", "ja ✓"), List.of("10", "9", "-1"));
    for (List<String> names : namings) {
      Labels labels = Labels.of(IntStream.of(data.labels().codes()).mapToObj(names::get).toList());
      var model = (ClassificationModel) spec.fit(data.withLabels(labels)).model();
      assertThat(model.classes()).isEqualTo(labels.classes());
      double[] row = data.x().row(0).toArray();
      assertThat(model.predict(row)).isEqualTo(model.classes().get(model.predictCode(row)));
      assertThat(model.predict(data.x()).get(0)).isEqualTo(model.predict(row));
    }
  }

  private static void emptyClass(LearnerSpec spec) {
    Dataset data = new Samples(spec).small();
    List<String> more = List.of("aa", "no", "none such", "perhaps", "yes");
    Labels labels = Labels.of(data.labels().toList(), more);
    Optional<Fitted> fitted = Outputs.fitsOrRefuses(spec, data.withLabels(labels));
    fitted.ifPresent(
        f -> {
          assertThat(((ClassificationModel) f.model()).classes()).isEqualTo(more);
          for (double[] output : f.outputs(data.x())) {
            assertThat(output[0]).as("a class that has rows").isIn(1.0, 3.0, 4.0);
          }
        });
  }

  private static void hostile(LearnerSpec spec) {
    Tries.forAll(
        HostileData.any(),
        HOSTILE_TRIES,
        hostile -> {
          Dataset bare = Dataset.of(hostile.x());
          Dataset data =
              switch (spec.kind()) {
                case REGRESSOR, RANKER, TRANSFORMER -> bare.withTarget(hostile.y());
                case CLASSIFIER -> bare.withLabels(hostile.labels());
                case CLUSTERER -> bare;
              };
          Outputs.fitsOrRefuses(spec, hostile.w().map(data::withWeights).orElse(data));
        });
  }
}
