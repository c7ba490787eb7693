package org.cairnml.selection;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;

/**
 * Tries settings drawn at random, each independently of the others.
 *
 * <p>J. Bergstra, Y. Bengio, Random search for hyper-parameter optimization, 2012, Journal of
 * Machine Learning Research 13, 281-305.
 *
 * @param evaluations how many settings, at least 1
 * @param seed where the drawing starts
 */
public record RandomSearch(int evaluations, Seed seed) implements SearchStrategy {

  /** Checks the range. */
  public RandomSearch {
    Objects.requireNonNull(seed, "seed");
    if (evaluations < 1) {
      throw new IllegalArgumentException("evaluations must be at least 1, but was " + evaluations);
    }
  }

  /** This many from seed 0. */
  public RandomSearch(int evaluations) {
    this(evaluations, Seed.of(0));
  }

  @Override
  public int evaluations(SearchSpace space) {
    return evaluations;
  }

  @Override
  public List<Proposal> next(SearchSpace space, List<Trial> done, boolean greaterIsBetter) {
    return IntStream.range(done.size(), evaluations)
        .mapToObj(i -> draw(space, seed.child(i)))
        .toList();
  }

  static Proposal draw(SearchSpace space, Seed seed) {
    return Proposal.of(space, seed.generator().doubles(space.dimensions().size()).toArray());
  }
}
