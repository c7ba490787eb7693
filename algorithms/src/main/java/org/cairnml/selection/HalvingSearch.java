package org.cairnml.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;

/**
 * Tries many settings on few rows, and only the best of them on more: successive halving. With
 * factor 3 and 27 candidates, 27 learn from 1/27 of the training rows, 9 from 1/9, 3 from 1/3 and
 * one from all. The test rows are always the same, so all scores can be compared.
 *
 * <p>K. Jamieson, A. Talwalkar, Non-stochastic best arm identification and hyperparameter
 * optimization, 2016, Proceedings of AISTATS, 240-248.
 *
 * @param candidates how many settings are drawn at random, at least 2
 * @param factor how many times fewer settings and more rows each round has, at least 2
 * @param seed where the drawing starts
 */
public record HalvingSearch(int candidates, int factor, Seed seed) implements SearchStrategy {

  private static final int USUAL_FACTOR = 3;

  /** Checks the ranges. */
  public HalvingSearch {
    Objects.requireNonNull(seed, "seed");
    if (candidates < 2 || factor < 2) {
      throw new IllegalArgumentException(
          "candidates and factor must be at least 2, but were " + candidates + " and " + factor);
    }
  }

  /** This many candidates from seed 0, a third of which goes on each time. */
  public HalvingSearch(int candidates) {
    this(candidates, USUAL_FACTOR, Seed.of(0));
  }

  @Override
  public int evaluations(SearchSpace space) {
    return rounds().stream().mapToInt(size -> size).sum();
  }

  /** How many settings each round has; the last one, on all rows, fewer than the factor. */
  private List<Integer> rounds() {
    List<Integer> sizes = new ArrayList<>(List.of(candidates));
    while (sizes.get(sizes.size() - 1) >= factor) {
      sizes.add(sizes.get(sizes.size() - 1) / factor);
    }
    return sizes;
  }

  @Override
  public List<Proposal> next(SearchSpace space, List<Trial> done, boolean greaterIsBetter) {
    List<Integer> sizes = rounds();
    int round = 0;
    int before = 0;
    while (round < sizes.size() && before + sizes.get(round) <= done.size()) {
      before += sizes.get(round++);
    }
    if (round == sizes.size()) {
      return List.of();
    }
    double share = Math.pow(factor, round - sizes.size() + 1.0);
    if (round == 0) {
      return IntStream.range(0, candidates)
          .mapToObj(i -> withShare(RandomSearch.draw(space, seed.child(i)), share))
          .toList();
    }
    return done.subList(before - sizes.get(round - 1), before).stream()
        .sorted(Comparator.comparingDouble(t -> SearchResult.rank(t.score(), greaterIsBetter)))
        .limit(sizes.get(round))
        .map(trial -> withShare(trial.proposal(), share))
        .toList();
  }

  private static Proposal withShare(Proposal proposal, double share) {
    return new Proposal(proposal.settings(), proposal.places(), share);
  }
}
