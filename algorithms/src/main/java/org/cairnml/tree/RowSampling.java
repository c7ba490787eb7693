package org.cairnml.tree;

import org.cairnml.core.Param;
import org.cairnml.core.ParamGroup;

/**
 * Which rows each tree of a forest is grown on, and what is made of the others.
 *
 * @param bootstrap whether each tree draws its rows with replacement
 * @param sampleFraction how many rows each tree draws, as a share of all
 * @param outOfBag whether to predict each row by the trees that did not draw it
 */
@ParamGroup
public record RowSampling(
    @Param("Whether each tree draws its rows with replacement") boolean bootstrap,
    @Param(value = "How many rows each tree draws, as a share of all", range = "(0, 1]")
        double sampleFraction,
    @Param("Whether to predict each row by the trees that did not draw it") boolean outOfBag)
    implements RowSamplingParams {

  /** Checks the ranges; use {@code new RowSampling().with...(...)} instead. */
  public RowSampling {
    RowSamplingParams.check(bootstrap, sampleFraction, outOfBag);
    if (outOfBag && !bootstrap) {
      throw new IllegalArgumentException(
          "outOfBag needs bootstrap, since without it every tree sees all rows");
    }
  }

  /** As many rows as there are, with replacement; the others go unused. */
  public RowSampling() {
    this(true, 1, false);
  }
}
