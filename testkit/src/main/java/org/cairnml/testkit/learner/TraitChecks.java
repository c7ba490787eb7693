package org.cairnml.testkit.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;
import org.cairnml.testkit.model.SavedModel;

/** Each trait holds where it is declared, and only there. */
final class TraitChecks {

  private static final int ROWS = 90;
  private static final int SEEDS = 20;

  /**
   * How many standard errors two means over 20 seeds may be apart: chance alone gives more than 5
   * less than once in 10^4 rows (t distribution, 38 degrees of freedom), and seeds are fixed.
   */
  private static final double STANDARD_ERRORS = 5;

  private TraitChecks() {}

  static List<Check> all() {
    return List.of(
        trait("takes a weight for a repetition", Trait.WEIGHT_IS_REPETITION, TraitChecks::weights),
        trait("ignores weights", Trait.IGNORES_WEIGHTS, TraitChecks::weightsIgnored),
        trait("is indifferent to the order of rows", Trait.ROW_ORDER_FREE, TraitChecks::order));
  }

  private static Check trait(
      String name, Trait trait, BiConsumer<LearnerSpec, Comparison> sameTwice) {
    return Check.of(
        name,
        spec -> {
          if (spec.declares(trait)) {
            sameTwice.accept(spec.strictForm(), TraitChecks::equal);
            if (spec.isStochastic()) {
              sameTwice.accept(spec, TraitChecks::equalInDistribution);
            }
          } else {
            requireFailure(trait, () -> sameTwice.accept(spec.strictForm(), TraitChecks::equal));
          }
        });
  }

  private static void requireFailure(Trait trait, Runnable check) {
    try {
      check.run();
    } catch (AssertionError | DataException expected) {
      return;
    }
    throw new AssertionError(trait + " holds, but the list does not declare it");
  }

  /** Fails if fits on two data sets differ in what they say of the probes. */
  private interface Comparison {
    void check(LearnerSpec spec, Dataset first, Dataset second, Matrix probes);
  }

  private static Dataset data(LearnerSpec spec, long seed) {
    Samples samples = new Samples(spec);
    return samples.withHoles(samples.dataset(ROWS, 4, seed));
  }

  private static Matrix probes(LearnerSpec spec, long seed) {
    Samples samples = new Samples(spec);
    Matrix x = samples.features(40, 4, seed);
    return samples.withHoles(Dataset.of(x, samples.schema(4))).x();
  }

  private static void weights(LearnerSpec spec, Comparison same) {
    Dataset data = data(spec, 13);
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, i -> i % 3);
    int[] repeated =
        IntStream.range(0, ROWS).flatMap(i -> IntStream.generate(() -> i).limit(i % 3)).toArray();
    same.check(spec, data.withWeights(weights), data.rows(repeated), probes(spec, 14));
  }

  private static void weightsIgnored(LearnerSpec spec, Comparison same) {
    Dataset data = data(spec, 15);
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, i -> 1 + i * i % 17);
    same.check(spec, data.withWeights(weights), data, probes(spec, 16));
  }

  private static void order(LearnerSpec spec, Comparison same) {
    Dataset data = data(spec, 17);
    Dataset shuffled = data.rows(Seed.of(18).permutation(ROWS));
    same.check(spec, shuffled, data, probes(spec, 19));
  }

  private static void equal(LearnerSpec spec, Dataset first, Dataset second, Matrix probes) {
    Fitted a = spec.fit(first);
    Fitted b = spec.fit(second);
    if (a.predictsNewRows()) {
      spec.tolerance().check("predictions", canonical(spec, a, probes), canonical(spec, b, probes));
    } else {
      assertThat(SavedModel.bytes(a.model())).isEqualTo(SavedModel.bytes(b.model()));
    }
  }

  /**
   * Outputs in a form where rounding makes no jump: probabilities without the class, which a tie
   * would flip; clusters numbered in the order in which the probes meet them.
   */
  private static double[][] canonical(LearnerSpec spec, Fitted fitted, Matrix probes) {
    double[][] outputs = fitted.outputs(probes);
    if (spec.kind() == Kind.CLASSIFIER && outputs[0].length > 1) {
      return Arrays.stream(outputs)
          .map(o -> Arrays.copyOfRange(o, 1, o.length))
          .toArray(double[][]::new);
    }
    if (spec.kind() == Kind.CLUSTERER) {
      List<Double> met = Arrays.stream(outputs).map(o -> o[0]).distinct().toList();
      return Arrays.stream(outputs)
          .map(o -> new double[] {met.indexOf(o[0])})
          .toArray(double[][]::new);
    }
    return outputs;
  }

  /** Fails if the means over seeds of any output are more than chance apart. */
  private static void equalInDistribution(
      LearnerSpec spec, Dataset first, Dataset second, Matrix probes) {
    double[][][] a = new double[SEEDS][][];
    double[][][] b = new double[SEEDS][][];
    for (int s = 0; s < SEEDS; s++) {
      a[s] = canonical(spec, spec.withSeed(100 + s).orElseThrow().fit(first), probes);
      b[s] = canonical(spec, spec.withSeed(200 + s).orElseThrow().fit(second), probes);
    }
    for (int i = 0; i < probes.rows(); i++) {
      for (int j = 0; j < a[0][i].length; j++) {
        Moments left = Moments.of(a, i, j);
        Moments right = Moments.of(b, i, j);
        double error = Math.sqrt((left.variance() + right.variance()) / SEEDS);
        double apart = Math.abs(left.mean() - right.mean());
        if (apart > STANDARD_ERRORS * error + 1e-12) {
          throw new AssertionError(
              "over %d seeds, output %d of row %d is %s on average, or else %s: %.1f standard errors"
                  .formatted(SEEDS, j, i, left.mean(), right.mean(), apart / error));
        }
      }
    }
  }

  /** Mean and variance of one output over the seeds. */
  private record Moments(double mean, double variance) {
    static Moments of(double[][][] outputs, int i, int j) {
      double[] values = Arrays.stream(outputs).mapToDouble(o -> o[i][j]).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      return new Moments(mean, squares / (values.length - 1));
    }
  }
}
