package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The list of all metrics that are functions of rows, for the suite {@link EveryMetricTest}. A
 * metric joins with one line: its class and method, the bounds of its value, the value of a perfect
 * prediction ({@code NaN} where there is none), and its traits. The lines stand in the classes that
 * {@link #all} names.
 */
record EveryMetric(
    String name,
    double lowest,
    double highest,
    double perfect,
    Set<Trait> traits,
    ToDoubleFunction<MetricInput> value) {

  /** What else holds for a metric. */
  enum Trait {
    /** Truth and prediction may change places. */
    SYMMETRIC,
    /** A weight is a repetition of the row. */
    WEIGHTED,
    /** Its prediction is numbers, so NaN must be refused. */
    NUMBERS,
    /** Its prediction is scores of certain classes, so others in the truth must be refused. */
    CLASS_SCORES,
    /** The order of classes has a meaning. */
    ORDERED,
    /** It has no prediction beside the truth: points and their clusters. */
    ONE_SIDED
  }

  static final double INFINITE = Double.POSITIVE_INFINITY;
  static final double NONE = Double.NaN;

  static void add(
      List<EveryMetric> list,
      String name,
      double lowest,
      double highest,
      double perfect,
      ToDoubleFunction<MetricInput> value,
      Trait... traits) {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(List.of(traits));
    list.add(new EveryMetric(name, lowest, highest, perfect, set, value));
  }

  static List<EveryMetric> all() {
    List<EveryMetric> list = new ArrayList<>();
    EveryMetricOfClasses.addTo(list);
    EveryMetricOfScores.addTo(list);
    EveryMetricOfProbabilities.addTo(list);
    EveryMetricOfNumbers.addTo(list);
    EveryMetricOfLabelSets.addTo(list);
    EveryMetricOfClusters.addTo(list);
    return list;
  }

  @Override
  public String toString() {
    return name;
  }
}
