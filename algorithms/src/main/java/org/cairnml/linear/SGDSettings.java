package org.cairnml.linear;

import java.util.stream.IntStream;
import org.cairnml.base.Seed;

/** What {@link SGDClassifier} and {@link SGDRegressor} have in common; their Javadoc explains it. */
record SGDSettings(
    Penalty penalty,
    double alpha,
    double l1Ratio,
    boolean intercept,
    LearningRate learningRate,
    double eta0,
    double power,
    int maxIterations,
    double tolerance,
    int patience,
    boolean averaged,
    boolean shuffled,
    long seed) {

  /** The share of alpha on magnitudes. */
  double l1() {
    return switch (penalty) {
      case NONE, L2 -> 0;
      case L1 -> alpha;
      case ELASTIC_NET -> alpha * l1Ratio;
    };
  }

  /** The share of alpha on half the squares. */
  double l2() {
    return switch (penalty) {
      case NONE, L1 -> 0;
      case L2 -> alpha;
      case ELASTIC_NET -> alpha * (1 - l1Ratio);
    };
  }

  /** The rows 0 to n - 1 in the order of one pass. */
  int[] order(int n, long pass) {
    return shuffled ? Seed.of(seed).child(pass).permutation(n) : IntStream.range(0, n).toArray();
  }
}
