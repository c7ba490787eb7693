package org.cairnml.tree;

import org.cairnml.data.Labels;

/** Classes; a leaf holds their shares. */
final class ClassTarget extends TreeTarget {

  private final int[] codes;
  private final int classes;
  private final ClassificationCriterion criterion;

  ClassTarget(int[] codes, int classes, double[] weights, ClassificationCriterion criterion) {
    super(weights);
    this.codes = codes;
    this.classes = classes;
    this.criterion = criterion;
  }

  /** The target of labels. */
  static ClassTarget of(Labels labels, double[] weights, ClassificationCriterion criterion) {
    return new ClassTarget(labels.codes(), labels.classes().size(), weights, criterion);
  }

  int classes() {
    return classes;
  }

  ClassificationCriterion criterion() {
    return criterion;
  }

  @Override
  int code(int row) {
    return codes[row];
  }

  @Override
  int statsLength() {
    return classes;
  }

  @Override
  double[] stats(Rows rows, int from, int to) {
    double[] sums = new double[classes];
    for (int i = from; i < to; i++) {
      sums[Rows.code(rows.entries[i])] += weight(rows.entries[i]);
    }
    return sums;
  }

  @Override
  double weight(double[] stats) {
    double sum = 0;
    for (double w : stats) {
      sum += w;
    }
    return sum;
  }

  @Override
  boolean isExact() {
    return weights == null;
  }

  @Override
  boolean isPure(Rows rows, int from, int to, double[] stats) {
    int present = 0;
    for (double w : stats) {
      present += w > 0 ? 1 : 0;
    }
    return present <= 1;
  }

  @Override
  boolean isPerfect(double[] stats, double[] left) {
    int onLeft = 0;
    int onRight = 0;
    for (int c = 0; c < classes; c++) {
      onLeft += left[c] > 0 ? 1 : 0;
      onRight += stats[c] > left[c] ? 1 : 0;
    }
    return onLeft == 1 && onRight == 1;
  }

  @Override
  FeatureScan scan(Rows rows, GrowthRules rules) {
    if (weights != null || criterion != ClassificationCriterion.GINI) {
      return new WeightedClassScan(rows, this, rules);
    }
    double minLeaf = Math.max(rules.minSamplesLeaf(), rules.minWeightLeaf());
    return classes == 2
        ? new TwoClassScan(rows, new SharedCounts(rows, 2), 2, minLeaf)
        : new ManyClassScan(rows, classes, minLeaf);
  }

  @Override
  int width() {
    return classes;
  }

  @Override
  void predict(Rows rows, Node node, double[] out) {
    double weight = weight(node.stats);
    for (int c = 0; c < classes; c++) {
      out[c] = node.stats[c] / weight;
    }
  }
}
