package org.cairnml.preprocessing.scale;

/** The distribution that {@link QuantileTransformer} aims at. */
public enum Shape {
  /** Every value between 0 and 1 equally likely. */
  UNIFORM,
  /** The standard normal distribution. */
  NORMAL
}
