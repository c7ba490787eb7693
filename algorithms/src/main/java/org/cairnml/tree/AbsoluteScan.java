package org.cairnml.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Absolute distance to the median. */
final class AbsoluteScan extends FeatureScan {
  // Rows are ranked by target once a node. A cut's left cost comes from adding bins in order to two
  // Fenwick trees over ranks (weight, weight times target), in which the median and the sums on
  // either side of it are found in log n; its right cost from adding them in reverse order.

  private final NumberTarget target;
  private final GrowthRules rules;
  private boolean newNode;
  private int[] rank = new int[0];
  private double[] byRank = new double[0];
  private double[] weightTree = new double[0];
  private double[] sumTree = new double[0];
  private final int[] starts = new int[MOST_BINS + 1];
  private int[] members = new int[0];
  private int from;
  private int n;
  private double weight;
  private double sum;

  AbsoluteScan(Rows rows, NumberTarget target, GrowthRules rules) {
    super(rows);
    this.target = target;
    this.rules = rules;
  }

  @Override
  FeatureScan begin(double[] stats) {
    newNode = true;
    return this;
  }

  @Override
  void collect(int feature, int start, int end) {
    from = start;
    n = end - start;
    if (newNode) {
      rankRows();
      newNode = false;
    }
    byte[] codes = rows.bins(feature, start, end);
    touch(codes, n);
    int[] position = new int[MOST_BINS];
    for (int p = 0; p < touched; p++) {
      position[bins[p]] = p;
    }
    Arrays.fill(starts, 0);
    for (int i = 0; i < n; i++) {
      starts[position[codes[i] & 0xff] + 1]++;
    }
    for (int p = 0; p < touched; p++) {
      starts[p + 1] += starts[p];
    }
    int[] next = Arrays.copyOf(starts, touched);
    for (int i = 0; i < n; i++) {
      members[next[position[codes[i] & 0xff]]++] = i;
    }
  }

  private void rankRows() {
    long[] entries = rows.entries;
    int[] sorted =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> target.value(entries[from + i])))
            .mapToInt(Integer::intValue)
            .toArray();
    rank = new int[n];
    byRank = new double[n];
    members = new int[n];
    weightTree = new double[n + 1];
    sumTree = new double[n + 1];
    for (int r = 0; r < n; r++) {
      rank[sorted[r]] = r;
      byRank[r] = target.value(entries[from + sorted[r]]);
    }
  }

  @Override
  void scan(int[] order, int first, int last) {
    double[] rightCost = new double[touched];
    clear();
    for (int p = touched - 1; p > 0; p--) {
      add(order[p]);
      rightCost[p - 1] = cost();
    }
    long all = samples(order, touched - 1);
    double allWeight = weight + weightOf(order[0]);
    clear();
    double best = Double.POSITIVE_INFINITY;
    int at = -1;
    long onLeft = 0;
    for (int p = 0; p <= last; p++) {
      add(order[p]);
      onLeft += samplesOf(order[p]);
      double total = cost() + rightCost[p];
      if (p >= first
          && total < best
          && rules.allows(onLeft, all - onLeft, weight, allWeight - weight)) {
        best = total;
        at = p;
      }
    }
    for (int p = last + 1; p < touched; p++) {
      add(order[p]);
    }
    bestAt = at;
    bestScore = Math.max(0, cost() - best);
    if (at < 0) {
      bestScore = Double.NEGATIVE_INFINITY;
    }
  }

  private void clear() {
    Arrays.fill(weightTree, 0);
    Arrays.fill(sumTree, 0);
    weight = 0;
    sum = 0;
  }

  private void add(int position) {
    for (int m = starts[position]; m < starts[position + 1]; m++) {
      int i = members[m];
      double w = target.weight(rows.entries[from + i]);
      double wy = w * byRank[rank[i]];
      weight += w;
      sum += wy;
      for (int r = rank[i] + 1; r <= n; r += r & -r) {
        weightTree[r] += w;
        sumTree[r] += wy;
      }
    }
  }

  /** The sum of weighted distances of the rows added so far to their median. */
  private double cost() {
    int below = 0;
    double weightBelow = 0;
    double sumBelow = 0;
    for (int step = Integer.highestOneBit(Math.max(n, 1)); step > 0; step >>>= 1) {
      int next = below + step;
      if (next <= n && weightBelow + weightTree[next] < weight / 2) {
        below = next;
        weightBelow += weightTree[next];
        sumBelow += sumTree[next];
      }
    }
    double median = byRank[Math.min(below, n - 1)];
    return median * weightBelow - sumBelow + (sum - sumBelow) - median * (weight - weightBelow);
  }

  private long samplesOf(int position) {
    long count = 0;
    for (int m = starts[position]; m < starts[position + 1]; m++) {
      count += Rows.count(rows.entries[from + members[m]]);
    }
    return count;
  }

  private long samples(int[] order, int last) {
    long count = 0;
    for (int p = 0; p <= last; p++) {
      count += samplesOf(order[p]);
    }
    return count;
  }

  private double weightOf(int position) {
    double total = 0;
    for (int m = starts[position]; m < starts[position + 1]; m++) {
      total += target.weight(rows.entries[from + members[m]]);
    }
    return total;
  }

  @Override
  void leftStats(int[] order, int at, double[] out) {
    Arrays.fill(out, 0);
    for (int p = 0; p <= at; p++) {
      out[0] += weightOf(order[p]);
    }
  }

  @Override
  int keys() {
    return 1;
  }

  /** The median of a category's rows, the middle one by rank. */
  @Override
  double key(int position, int k) {
    int[] ranks = new int[starts[position + 1] - starts[position]];
    Arrays.setAll(ranks, m -> rank[members[starts[position] + m]]);
    Arrays.sort(ranks);
    return byRank[ranks[ranks.length / 2]];
  }
}
