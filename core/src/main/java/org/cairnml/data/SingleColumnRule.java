package org.cairnml.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Predicts a target from one column: what it was at the nearest training value of the column. */
final class SingleColumnRule {

  private static final int MAX_CLASSES = 20;

  /** What the target was in some training rows. */
  private static final class Tally {
    private final Map<String, Integer> labels = new HashMap<>();
    private double sum;
    private int count;

    void add(Column target, int row, boolean numbers) {
      count++;
      if (numbers) {
        sum += target.number(row);
      } else {
        labels.merge(target.string(row), 1, Integer::sum);
      }
    }

    double mean() {
      return sum / count;
    }

    /** The most frequent label, the first by its characters of several. */
    String label() {
      String best = null;
      for (Map.Entry<String, Integer> entry : labels.entrySet()) {
        int lead = best == null ? 1 : entry.getValue() - labels.get(best);
        if (lead > 0 || lead == 0 && entry.getKey().compareTo(best) < 0) {
          best = entry.getKey();
        }
      }
      return best;
    }
  }

  private final Column train;
  private final Column test;
  private final boolean numbers;

  SingleColumnRule(Column trainTarget, Column testTarget) {
    train = trainTarget;
    test = testTarget;
    numbers = train.kind() == Column.Kind.NUMERIC && distinct(train) > MAX_CLASSES;
  }

  private static int distinct(Column column) {
    Set<String> values = new HashSet<>(column.toStrings());
    return values.size();
  }

  /** The share of the error of the constant prediction that the column avoids, on test rows. */
  double score(Column trainColumn, Column testColumn) {
    Tally all = new Tally();
    Tally missing = new Tally();
    Map<String, Tally> levels = new HashMap<>();
    TreeMap<Double, Tally> places = new TreeMap<>();
    boolean ordered = isOrdered(trainColumn) && isOrdered(testColumn);
    for (int i = 0; i < train.size(); i++) {
      if (!train.isMissing(i)) {
        all.add(train, i, numbers);
        Tally here =
            trainColumn.isMissing(i)
                ? missing
                : ordered
                    ? places.computeIfAbsent(place(trainColumn, i), p -> new Tally())
                    : levels.computeIfAbsent(trainColumn.string(i), s -> new Tally());
        here.add(train, i, numbers);
      }
    }
    double base = 0;
    double error = 0;
    for (int i = 0; i < test.size() && all.count > 0; i++) {
      if (!test.isMissing(i)) {
        Tally here =
            testColumn.isMissing(i)
                ? missing
                : ordered
                    ? nearest(places, place(testColumn, i))
                    : levels.get(testColumn.string(i));
        base += error(all, i);
        error += error(here == null || here.count == 0 ? all : here, i);
      }
    }
    return base == 0 ? Double.NaN : 1 - error / base;
  }

  private double error(Tally tally, int row) {
    if (numbers) {
      double difference = test.number(row) - tally.mean();
      return difference * difference;
    }
    return test.string(row).equals(tally.label()) ? 0 : 1;
  }

  private static Tally nearest(TreeMap<Double, Tally> places, double place) {
    Map.Entry<Double, Tally> below = places.floorEntry(place);
    Map.Entry<Double, Tally> above = places.ceilingEntry(place);
    if (below == null || above == null) {
      Map.Entry<Double, Tally> only = below == null ? above : below;
      return only == null ? null : only.getValue();
    }
    return place - below.getKey() <= above.getKey() - place ? below.getValue() : above.getValue();
  }

  private static boolean isOrdered(Column column) {
    return column.kind() == Column.Kind.NUMERIC || column.kind() == Column.Kind.TIME;
  }

  /** A row's number, or its time in microseconds. */
  static double place(Column column, int row) {
    return column instanceof TimeColumn times ? times.epochMicros(row) : column.number(row);
  }
}
