package org.cairnml.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;

/**
 * Tries settings where earlier ones did well: the tree-structured Parzen estimator. After some
 * random trials, the best quarter of them and the rest each give a density along every dimension;
 * of some draws from the density of the good ones, the one is tried that is most likely there and
 * least likely among the rest. Failed trials count among the rest.
 *
 * <p>J. Bergstra, R. Bardenet, Y. Bengio, B. Kégl, Algorithms for hyper-parameter optimization,
 * 2011, Advances in Neural Information Processing Systems 24.
 *
 * @param evaluations how many settings, at least 1
 * @param start how many of them are drawn at random before, at least 1
 * @param batch how many are tried side by side before the densities are drawn anew, at least 1; it
 *     does not follow the number of threads, so that the trials do not either
 * @param seed where randomness starts
 */
public record BayesianSearch(int evaluations, int start, int batch, Seed seed)
    implements SearchStrategy {

  private static final int USUAL_START = 10;
  private static final int USUAL_BATCH = 4;
  private static final int CANDIDATES = 24;
  private static final int GOOD_PART = 4;

  /** Checks the ranges. */
  public BayesianSearch {
    Objects.requireNonNull(seed, "seed");
    if (evaluations < 1 || start < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "evaluations, start and batch must be at least 1, but were %d, %d and %d"
              .formatted(evaluations, start, batch));
    }
  }

  /** This many, 10 of them drawn at random before, in batches of 4. */
  public BayesianSearch(int evaluations, Seed seed) {
    this(evaluations, USUAL_START, USUAL_BATCH, seed);
  }

  /** This many from seed 0. */
  public BayesianSearch(int evaluations) {
    this(evaluations, Seed.of(0));
  }

  @Override
  public int evaluations(SearchSpace space) {
    return evaluations;
  }

  @Override
  public List<Proposal> next(SearchSpace space, List<Trial> done, boolean greaterIsBetter) {
    int first = done.size();
    if (first < Math.min(start, evaluations)) {
      return IntStream.range(first, Math.min(start, evaluations))
          .mapToObj(i -> RandomSearch.draw(space, seed.child(i)))
          .toList();
    }
    List<Trial> ranked = new ArrayList<>(done);
    ranked.sort(Comparator.comparingDouble(t -> SearchResult.rank(t.score(), greaterIsBetter)));
    int good = (first + GOOD_PART - 1) / GOOD_PART;
    List<Dimension> dimensions = List.copyOf(space.dimensions().values());
    List<ParzenDensity> likely = densities(dimensions, ranked.subList(0, good));
    List<ParzenDensity> unlikely = densities(dimensions, ranked.subList(good, first));
    return IntStream.range(first, Math.min(evaluations, first + batch))
        .mapToObj(i -> Proposal.of(space, best(likely, unlikely, seed.child(i).generator())))
        .toList();
  }

  private static List<ParzenDensity> densities(List<Dimension> dimensions, List<Trial> trials) {
    List<ParzenDensity> densities = new ArrayList<>();
    for (int j = 0; j < dimensions.size(); j++) {
      int at = j;
      double[] places = trials.stream().mapToDouble(t -> t.proposal().places().get(at)).toArray();
      densities.add(ParzenDensity.of(dimensions.get(j), places));
    }
    return densities;
  }

  private static double[] best(
      List<ParzenDensity> likely, List<ParzenDensity> unlikely, SplittableRandom random) {
    double[] best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < CANDIDATES; k++) {
      double[] places = new double[likely.size()];
      double ratio = 0;
      for (int j = 0; j < places.length; j++) {
        places[j] = likely.get(j).draw(random);
        ratio += Math.log(likely.get(j).at(places[j]) / unlikely.get(j).at(places[j]));
      }
      if (best == null || ratio > highest) {
        best = places;
        highest = ratio;
      }
    }
    return best;
  }
}
