package org.cairnml.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.bins.Binning;
import org.cairnml.tree.bins.CodeTable;

/** Counting classes in shared columns finds what summing the weights of single features finds. */
class CountsOfSharedColumnsTest {

  private static final int ROWS = 2_000;
  private static final int INDICATORS = 12;
  private static final double ROUNDING = 1e-9 * ROWS;
  private static final int[] ORDER = {0, 1, 2, 3, 4, 5, 6, 7};

  @Property(tries = 40)
  void countsAreSums(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int classes) {
    SplittableRandom random = Seed.of(seed).generator();
    Matrix x = Matrix.zeros(ROWS, INDICATORS + 1);
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      int turn = random.nextInt(INDICATORS);
      x.set(i, turn, turn == 3 && random.nextBoolean() ? Double.NaN : 1 + random.nextInt(2));
      x.set(i, INDICATORS, random.nextInt(3));
      labels[i] = random.nextInt(classes);
    }
    Workers one = Workers.of(1);
    var binning = Binning.of(x, Schema.numeric(x.cols()), null, 255, one);
    CodeTable table = CodeTable.of(binning.apply(x, one), one);
    assertThat(table.place(0).isShared()).isTrue();

    long[] entries = new long[ROWS];
    Arrays.setAll(entries, i -> Rows.entry(i, labels[i], 1 + random.nextInt(3)));
    Rows rows = new Rows(table, entries);
    GrowthRules rules = new TreeLimits().rules(x.cols(), ROWS, GrowthRules.Thresholds.BEST);
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    FeatureScan counts = target(labels, classes, null).scan(rows, rules);
    FeatureScan sums = target(labels, classes, ones).scan(rows, rules);
    for (int size : new int[] {5, 40, 700, ROWS}) {
      int from = random.nextInt(ROWS - size + 1);
      double[] stats = target(labels, classes, null).stats(rows, from, from + size);
      FeatureScan expected = sums.begin(stats);
      FeatureScan found = counts.begin(stats);
      for (int j = 0; j < x.cols(); j++) {
        expected.collect(j, from, from + size);
        found.collect(j, from, from + size);
        assertThat(Arrays.copyOf(found.bins, found.touched))
            .isEqualTo(Arrays.copyOf(expected.bins, expected.touched));
        assertThat(leftStats(found, classes)).isEqualTo(leftStats(expected, classes));
        if (found.touched > 1) {
          found.scan(ORDER, 0, found.touched - 2);
          expected.scan(ORDER, 0, found.touched - 2);
          assertThat(found.bestScore).isEqualTo(expected.bestScore, within(ROUNDING));
        }
      }
    }
  }

  private static ClassTarget target(int[] labels, int classes, double[] weights) {
    return new ClassTarget(labels, classes, weights, ClassificationCriterion.GINI);
  }

  private static double[][] leftStats(FeatureScan scan, int classes) {
    double[][] left = new double[scan.touched][classes];
    for (int p = 0; p < scan.touched; p++) {
      scan.leftStats(ORDER, p, left[p]);
    }
    return left;
  }
}
