package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema.Missing;
import org.cairnml.tree.bins.BinnedData;
import org.cairnml.tree.bins.Binning;

/**
 * Boosts: adds trees round by round, each grown on the derivatives of the loss at the scores so
 * far.
 *
 * <p>Source: Friedman 2001, doi:10.1214/aos/1013203451; Newton steps and their regularization as in
 * Chen and Guestrin 2016, doi:10.1145/2939672.2939785.
 */
final class Booster {

  private final BoostingSettings settings;
  private final Dataset data;
  private final FitOptions options;
  private final Function<Dataset, Objective> objectiveOf;

  /**
   * @param objectiveOf the loss of the rows of a data set
   */
  Booster(
      BoostingSettings settings,
      Dataset data,
      FitOptions options,
      Function<Dataset, Objective> objectiveOf) {
    this.settings = settings;
    this.data = data;
    this.options = options;
    this.objectiveOf = objectiveOf;
  }

  /**
   * Trains.
   *
   * @param before an ensemble to add to, or null to start from the best constant
   */
  Boosted train(TreeEnsemble before) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("gradient boosting", settings.trees());
    Objective objective = objectiveOf.apply(data);
    Constraints constraints =
        Constraints.of(
            data.schema(),
            settings.rising(),
            settings.falling(),
            settings.interactions(),
            settings.categorySmoothing());
    double[] weights = data.isWeighted() ? data.weights() : null;
    BinnedData binned =
        Binning.ofAndApply(data.x(), data.schema(), weights, settings.maxBins(), options.workers());
    PackedBins bins = PackedBins.of(binned, settings.tree().maxLeaves(), options.workers());
    TreeEnsemble start =
        before != null ? before : new TreeEnsemble(List.of(), start(objective), data.cols());
    List<Round> rounds = new ArrayList<>();
    Validation validation =
        options
            .validation()
            .map(held -> new Validation(held, data.schema(), objectiveOf, start))
            .orElse(null);
    Progression progression = new Progression();
    Crew.lead(
        options.workers(),
        crew -> {
          BoostingRounds boosting =
              new BoostingRounds(crew, settings, constraints, bins, objective, weights);
          boosting.startFrom(start, data);
          boost(boosting, monitor, validation, rounds, progression);
        });
    int kept = validation == null ? rounds.size() : validation.bestRound();
    TreeEnsemble ensemble = start.plus(Round.trees(rounds.subList(0, kept)));
    FitSummary summary =
        monitor.summary(
            Math.max(1, kept),
            !progression.interrupted,
            kept == 0 ? progression.first : rounds.get(kept - 1).objective(),
            validation == null ? "" : validation.note());
    return new Boosted(ensemble, summary);
  }

  private double[] start(Objective objective) {
    double[] start = objective.start();
    settings.baseScore().ifPresent(score -> Arrays.fill(start, score));
    return start;
  }

  private void boost(
      BoostingRounds boosting,
      FitMonitor monitor,
      Validation validation,
      List<Round> rounds,
      Progression progression) {
    progression.first = boosting.differentiate();
    for (int r = 0; r < settings.trees(); r++) {
      Round round = boosting.round(r, r + 1 < settings.trees());
      rounds.add(round);
      boolean patient = validation == null || validation.hear(round, settings.patience());
      if (!monitor.step(round.objective())) {
        progression.interrupted = r + 1 < settings.trees();
        return;
      }
      if (!patient || (!round.hasSplit() && !settings.draws())) {
        return;
      }
    }
  }

  /** How the rounds went. */
  private static final class Progression {
    private double first = Double.NaN;
    private boolean interrupted;
  }
}
