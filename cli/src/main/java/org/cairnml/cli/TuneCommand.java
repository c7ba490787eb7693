package org.cairnml.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairnml.base.Seed;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.ModelFile;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.Metric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.Task;
import org.cairnml.selection.BayesianSearch;
import org.cairnml.selection.CrossValidation;
import org.cairnml.selection.CrossValidationResult;
import org.cairnml.selection.Search;
import org.cairnml.selection.SearchResult;
import org.cairnml.selection.SearchSpace;
import org.cairnml.selection.Splitter;
import org.cairnml.selection.Trial;
import org.cairnml.selection.UsualSpaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn tune}. */
@Command(
    name = "tune",
    description = "Look for the settings of a learner that score best in cross-validation.",
    mixinStandardHelpOptions = true)
final class TuneCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions subject;

  @Mixin private FoldOptions folds;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "The learner, see 'cairn models'.")
  private String modelName;

  @Option(
      names = "--evaluations",
      defaultValue = "50",
      description = "How many settings to try; default: ${DEFAULT-VALUE}.")
  private int evaluations;

  @Option(
      names = "--log",
      paramLabel = "TRIALS.jsonl",
      description = "Add each trial to this file, and go on from those in it.")
  private Optional<Path> log = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "MODEL.cairn",
      description = "Train with the best settings on all rows and save the model here.")
  private Path output;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    if (output != null) {
      OutputFile.requireWritable(output, subject.data());
    }
    log.ifPresent(file -> OutputFile.requireWritable(file, subject.data()));
    TargetData data = subject.read();
    Learner learner = data.learner(modelName);
    SearchSpace space =
        UsualSpaces.of(learner)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), modelName + " has no settings worth a search"));
    Splitter splitter = folds.splitter(data);
    var strategy = new BayesianSearch(evaluations, Seed.of(data.seed()));
    Pipeline pipeline = data.pipeline(learner);
    CrossValidationResult defaults =
        data.run(
            "defaults",
            options -> new CrossValidation(splitter).run(pipeline, data.table(), options));
    Metric metric = metric(data.task(), defaults);
    var search = new Search(space, strategy, splitter, metric, log);
    SearchResult<Pipeline> result =
        data.run(modelName, options -> search.run(pipeline, data.table(), options));
    Trial best = data.input().naming(result::best);
    double usual = defaults.mean(metric);
    if (output != null) {
      PipelineModel model =
          data.run(modelName, options -> result.tuned().fit(data.table(), options));
      ModelFile.save(model, output);
    }
    if (json) {
      printJson(result, best, usual);
    } else {
      print(data, result, best, usual);
    }
  }

  /** Log loss, or accuracy of a model without probabilities; RMSE of numbers. */
  static Metric metric(Task task, CrossValidationResult result) {
    if (task == Task.REGRESSION) {
      return RegressionMetric.RMSE;
    }
    return result.metrics().contains(ClassificationMetric.LOG_LOSS)
        ? ClassificationMetric.LOG_LOSS
        : ClassificationMetric.ACCURACY;
  }

  private void print(TargetData data, SearchResult<Pipeline> result, Trial best, double usual) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s %.4g ± %.2g over %d folds, the best of %d settings (%d failed); the defaults: %.4g%n%n",
        result.metric().name(),
        best.score(),
        best.deviation(),
        folds.count(),
        result.trials().size(),
        failed(result),
        usual);
    var command = new StringBuilder("cairn train " + subject.data() + " --target " + data.target());
    command.append(" --model ").append(modelName);
    if (subject.task().isPresent()) {
      command.append(" --task ").append(data.taskName());
    }
    if (!subject.texts().isEmpty()) {
      command.append(" --text ").append(String.join(",", subject.texts()));
    }
    best.settings()
        .forEach(
            (name, value) -> {
              out.printf(Locale.ROOT, "  %-16s %s%n", name, Hyperparameters.text(value));
              command
                  .append(" --set ")
                  .append(name)
                  .append('=')
                  .append(Hyperparameters.text(value));
            });
    if (!improves(result.metric(), best.score(), usual)) {
      out.printf(Locale.ROOT, "%nnone of them is better than the defaults; try more evaluations%n");
    }
    out.printf(Locale.ROOT, "%nto train with them:%n  %s%n", command);
    if (output != null) {
      out.printf(Locale.ROOT, "%ntrained on all rows, saved as %s%n", output);
    }
  }

  /** Whether the best of the search beats the defaults. */
  static boolean improves(Metric metric, double score, double usual) {
    return metric.greaterIsBetter() ? score > usual : score < usual;
  }

  private static long failed(SearchResult<Pipeline> result) {
    return result.trials().stream().filter(t -> t.failure().isPresent()).count();
  }

  private void printJson(SearchResult<Pipeline> result, Trial best, double usual) {
    Map<String, Object> settings = new LinkedHashMap<>();
    best.settings().forEach((name, value) -> settings.put(name, Hyperparameters.text(value)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("model", modelName);
    object.put("metric", result.metric().name());
    object.put("score", best.score());
    object.put("deviation", best.deviation());
    object.put("default_score", usual);
    object.put("settings", settings);
    object.put("trials", result.trials().size());
    object.put("failed", failed(result));
    spec.commandLine().getOut().println(Json.of(object));
  }
}
