package org.cairnml.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cairnml.base.CairnException;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.Metric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Task;
import org.cairnml.selection.Comparison;
import org.cairnml.selection.CrossValidation;
import org.cairnml.selection.CrossValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn compare}. */
@Command(
    name = "compare",
    description =
        "Cross-validate learners on a CSV file beside a baseline, and say which differences from"
            + " the best are significant.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Runnable {

  private static final String BASELINE = "dummy";
  private static final double LEVEL = 0.05;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions subject;

  @Mixin private FoldOptions folds;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODEL",
      description =
          "The learners, see 'cairn models'; default: all that suit the target, but for those that"
              + " wrap another.")
  private List<String> models = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    TargetData data = subject.read();
    var validation = new CrossValidation(folds.splitter(data));
    Map<String, CrossValidationResult> results = new LinkedHashMap<>();
    Map<String, String> failures = new LinkedHashMap<>();
    Learner dummy = data.learner(BASELINE);
    CrossValidationResult baseline =
        data.run(BASELINE, options -> validate(validation, dummy, data, options));
    List<Learner> learners = learners(data);
    for (int i = 0; i < learners.size(); i++) {
      Learner learner = learners.get(i);
      String name = Learners.name(learner);
      String bar = name + " (" + (i + 1) + " of " + learners.size() + ")";
      try {
        results.put(
            name, data.runUnnamed(bar, options -> validate(validation, learner, data, options)));
      } catch (CairnException | IllegalArgumentException e) {
        failures.put(name, String.valueOf(e.getMessage()));
      }
    }
    results.put(BASELINE, baseline);
    Metric metric = metric(data.task(), results);
    if (models.isEmpty()) {
      moveUnranked(results, failures, metric);
    }
    Comparison comparison = Comparison.of(results, metric);
    if (json) {
      printJson(data, comparison, failures);
    } else {
      print(comparison, failures);
    }
  }

  private static CrossValidationResult validate(
      CrossValidation validation, Learner learner, TargetData data, FitOptions options) {
    return validation.run(data.pipeline(learner), data.table(), options);
  }

  /** What is compared with the baseline. */
  private List<Learner> learners(TargetData data) {
    List<Learner> chosen = new ArrayList<>();
    if (models.isEmpty()) {
      Learners.all().stream()
          .filter(data.kind()::isInstance)
          .filter(l -> !isWrapper(l))
          .forEach(l -> chosen.add(data.seeded(l)));
    } else {
      models.stream().distinct().forEach(name -> chosen.add(data.learner(name)));
    }
    chosen.removeIf(l -> Learners.name(l).equals(BASELINE));
    return chosen;
  }

  /** Whether it works by another learner, which stands in the table itself. */
  private static boolean isWrapper(Learner learner) {
    return Hyperparameters.of(learner).stream().anyMatch(p -> p.value() instanceof Learner);
  }

  /**
   * RMSE of numbers. Of classes ROC AUC, if the data allow it and every model that was asked for by
   * name gives probabilities, else accuracy.
   */
  private Metric metric(Task task, Map<String, CrossValidationResult> results) {
    if (task == Task.REGRESSION) {
      return RegressionMetric.RMSE;
    }
    Stream<CrossValidationResult> deciding =
        models.isEmpty() ? Stream.of(results.get(BASELINE)) : results.values().stream();
    return deciding.allMatch(r -> r.metrics().contains(ClassificationMetric.ROC_AUC))
        ? ClassificationMetric.ROC_AUC
        : ClassificationMetric.ACCURACY;
  }

  private static void moveUnranked(
      Map<String, CrossValidationResult> results, Map<String, String> failures, Metric metric) {
    for (String name : List.copyOf(results.keySet())) {
      if (!results.get(name).metrics().contains(metric)) {
        results.remove(name);
        failures.put(
            name, "gives no probabilities, so no " + metric + "; --models ranks it by accuracy");
      }
    }
  }

  private void print(Comparison comparison, Map<String, String> failures) {
    PrintWriter out = spec.commandLine().getOut();
    List<Metric> metrics = shown(comparison);
    int width =
        Stream.concat(
                comparison.places().stream().map(Comparison.Place::name),
                failures.keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    var heading = new StringBuilder(" ".repeat(width));
    metrics.forEach(m -> heading.append("  %18s".formatted(m.name())));
    out.println(heading.append("     fit s  predict s  from the best"));
    for (Comparison.Place place : comparison.places()) {
      CrossValidationResult result = place.result();
      var line = new StringBuilder(place.name() + " ".repeat(width - place.name().length()));
      metrics.forEach(metric -> line.append("  %18s".formatted(cell(result, metric))));
      line.append(
          String.format(
              Locale.ROOT, "%10.3f %10.3f", result.fitSeconds(), result.predictSeconds()));
      out.println(line.append("  ").append(verdict(place)));
    }
    failures.forEach(
        (name, why) ->
            out.println(
                name + " ".repeat(width - name.length()) + "  failed: " + Failure.oneLine(why)));
    out.printf(
        Locale.ROOT,
        "%nmean ± deviation over %d folds, sorted by %s; worse: p < %s in the corrected resampled"
            + " t-test, after Holm%n",
        folds.count(),
        comparison.metric(),
        LEVEL);
  }

  private static String verdict(Comparison.Place place) {
    if (Double.isNaN(place.pValue())) {
      return "";
    }
    String p = String.format(Locale.ROOT, "p = %.2g", place.pValue());
    return (place.isWorse(LEVEL) ? "worse, " : "not significant, ") + p;
  }

  /** The mean and its deviation; of a model that the metric does not suit, a line. */
  private static String cell(CrossValidationResult result, Metric metric) {
    return result.metrics().contains(metric)
        ? String.format(Locale.ROOT, "%.4g ± %.2g", result.mean(metric), result.deviation(metric))
        : "-";
  }

  /** The metric of the ranking first, then what any model was measured by. */
  private static List<Metric> shown(Comparison comparison) {
    var all = new LinkedHashSet<>(List.of(comparison.metric()));
    comparison.places().forEach(place -> all.addAll(place.result().metrics()));
    return List.copyOf(all);
  }

  private void printJson(TargetData data, Comparison comparison, Map<String, String> failures) {
    List<Object> places = new ArrayList<>();
    for (Comparison.Place place : comparison.places()) {
      CrossValidationResult result = place.result();
      Map<String, Object> scores = new LinkedHashMap<>();
      for (Metric metric : result.metrics()) {
        Map<String, Object> score = new LinkedHashMap<>();
        score.put("mean", result.mean(metric));
        score.put("deviation", result.deviation(metric));
        score.put("folds", Arrays.stream(result.scores(metric)).boxed().toList());
        scores.put(metric.name(), score);
      }
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("model", place.name());
      one.put("metrics", scores);
      one.put("fit_seconds", result.fitSeconds());
      one.put("predict_seconds", result.predictSeconds());
      one.put("p_value", place.pValue());
      one.put("significantly_worse", place.isWorse(LEVEL));
      places.add(one);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("task", data.taskName());
    object.put("folds", folds.count());
    object.put("sorted_by", comparison.metric().name());
    object.put("models", places);
    object.put("failed", failures);
    spec.commandLine().getOut().println(Json.of(object));
  }
}
