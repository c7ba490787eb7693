package org.cairnml.testkit.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Well-behaved made-up data for one learner: numeric columns of several scales, for learners that
 * handle categories one of those as well, and a noisy target that depends on them.
 */
final class Samples {

  private static final List<String> LEVELS = List.of("blue", "green", "red");
  private static final List<String> CLASSES = List.of("no", "perhaps", "yes");

  private final LearnerSpec spec;

  Samples(LearnerSpec spec) {
    this.spec = spec;
  }

  /** n rows of d columns named {@code x0, x1, ...} with what this kind of learner wants beside. */
  Dataset dataset(int n, int d, long seed) {
    Matrix x = features(n, d, seed);
    return withTarget(Dataset.of(x, schema(d)), seed);
  }

  /** The usual small set: 60 rows, 4 columns. */
  Dataset small() {
    return dataset(60, 4, 1);
  }

  /** The columns of a data set of d columns. */
  Schema schema(int d) {
    List<Feature> features = new ArrayList<>(Schema.numeric(d).features());
    if (hasCategory(d)) {
      features.set(d - 1, Feature.category("x" + (d - 1), LEVELS));
    }
    return new Schema(features);
  }

  private boolean hasCategory(int d) {
    return spec.handlesCategories() && d > 1;
  }

  /** The same rows with one value in eleven missing, if the learner uses missing values. */
  Dataset withHoles(Dataset data) {
    if (!spec.handlesMissing()) {
      return data;
    }
    Matrix holes = data.x().copy();
    for (int k = 0; k < holes.data().length; k += 11) {
      holes.data()[k] = Double.NaN;
    }
    return data.withFeatures(holes, data.schema());
  }

  /** The features alone. */
  Matrix features(int n, int d, long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    double[] data = new double[n * d];
    for (int i = 0; i < data.length; i++) {
      int j = i % d;
      boolean category = hasCategory(d) && j == d - 1;
      data[i] = category ? random.nextInt(LEVELS.size()) : 3 * j + (j + 1) * normal(random);
    }
    return Matrix.wrap(data, n, d);
  }

  /** The same rows with the target that this kind of learner wants, made from the features. */
  Dataset withTarget(Dataset data, long seed) {
    SplittableRandom random = Seed.of(seed).child(1).generator();
    double[] y = new double[data.rows()];
    for (int i = 0; i < y.length; i++) {
      double[] row = data.x().row(i).toArray();
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        sum += (j % 2 == 0 ? 1 : -0.5) * (row[j] - 3 * j) / (j + 1);
      }
      y[i] = sum + 0.3 * Math.sin(3 * sum) + 0.4 * normal(random);
    }
    return withTarget(data, y);
  }

  /**
   * The same rows with this target, cut into three classes for a classifier. Transformers may learn
   * from it.
   */
  Dataset withTarget(Dataset data, double[] y) {
    return switch (spec.kind()) {
      case REGRESSOR, RANKER, TRANSFORMER -> data.withTarget(y);
      case CLASSIFIER -> data.withLabels(labels(y));
      case CLUSTERER -> data;
    };
  }

  private static Labels labels(double[] y) {
    int[] codes = Arrays.stream(y).mapToInt(v -> v < -0.5 ? 0 : v < 0.5 ? 1 : 2).toArray();
    return Labels.ofCodes(codes, CLASSES);
  }

  /** The sum of twelve uniform numbers less six: near enough to a normal one, and bounded. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
