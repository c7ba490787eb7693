package org.cairnml.selection;

import org.cairnml.base.Seed;

/** A splitter whose splits depend on a seed, so that it can be repeated with others. */
public interface RandomSplitter extends Splitter {

  /** The seed. */
  Seed seed();

  /** The same way to split, with other randomness. */
  RandomSplitter withSeed(Seed seed);
}
