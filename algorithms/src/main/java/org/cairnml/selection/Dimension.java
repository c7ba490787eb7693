package org.cairnml.selection;

import java.util.List;
import java.util.Objects;

/**
 * The values that one setting may take, laid out along 0 to 1 so that a strategy need not know what
 * they are.
 */
public sealed interface Dimension {

  /** The value at a place from 0 to 1. */
  Object at(double place);

  /** How many values a grid takes, where there are no more than that. */
  List<Object> grid(int points);

  /** How numbers are spread. */
  enum Scale {
    /** Equal differences are equally likely. */
    LINEAR,
    /** Equal ratios are equally likely. */
    LOG;

    private double between(double low, double high, double place) {
      return this == LINEAR
          ? low + place * (high - low)
          : Math.exp(Math.log(low) + place * (Math.log(high) - Math.log(low)));
    }

    private void check(double low, double high) {
      if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
        throw new IllegalArgumentException(
            "low must be below high and both finite, but were " + low + " and " + high);
      }
      if (this == LOG && !(low > 0)) {
        throw new IllegalArgumentException("on a log scale, low must be above 0, but was " + low);
      }
    }
  }

  /**
   * One of some values, in no order.
   *
   * @param values numbers, texts, enum constants, learners: what the component takes
   */
  record Choice(List<Object> values) implements Dimension {

    /** Refuses an empty list. */
    public Choice {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a choice needs at least one value");
      }
    }

    @Override
    public Object at(double place) {
      return values.get((int) Math.min(values.size() - 1L, (long) (place * values.size())));
    }

    @Override
    public List<Object> grid(int points) {
      return values;
    }
  }

  /** A number between two, both included. */
  record Real(double low, double high, Scale scale) implements Dimension {

    /** Checks the limits. */
    public Real {
      Objects.requireNonNull(scale, "scale").check(low, high);
    }

    @Override
    public Object at(double place) {
      return Math.max(low, Math.min(high, scale.between(low, high, place)));
    }

    @Override
    public List<Object> grid(int points) {
      return Places.even(this, points);
    }
  }

  /** A whole number between two, both included. */
  record Whole(int low, int high, Scale scale) implements Dimension {

    private static final double HALF = 0.5;

    /** Checks the limits. */
    public Whole {
      Objects.requireNonNull(scale, "scale").check(low, high);
    }

    @Override
    public Object at(double place) {
      double value = scale.between(low - HALF, high + HALF, place);
      return (int) Math.max(low, Math.min(high, Math.round(value)));
    }

    @Override
    public List<Object> grid(int points) {
      return Places.even(this, points);
    }
  }
}
