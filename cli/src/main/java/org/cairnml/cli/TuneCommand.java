package org.cairnml.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairnml.base.Seed;
import org.cairnml.core.Classifier;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.core.ModelFile;
import org.cairnml.core.Regressor;
import org.cairnml.data.Table;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.metrics.Metric;
import org.cairnml.metrics.RegressionMetric;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.Task;
import org.cairnml.selection.BayesianSearch;
import org.cairnml.selection.CrossValidation;
import org.cairnml.selection.KFold;
import org.cairnml.selection.Search;
import org.cairnml.selection.SearchResult;
import org.cairnml.selection.SearchSpace;
import org.cairnml.selection.Splitter;
import org.cairnml.selection.StratifiedKFold;
import org.cairnml.selection.Trial;
import org.cairnml.selection.UsualSpaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn tune}. */
@Command(
    name = "tune",
    description = "Look for the settings of a learner that score best in cross-validation.",
    mixinStandardHelpOptions = true)
final class TuneCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA.csv", description = "The data, .csv or .csv.gz.")
  private Path data;

  @Option(names = "--target", required = true, description = "The column to predict.")
  private String target;

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
      names = "--folds",
      defaultValue = "5",
      description = "How many folds; default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--task",
      description =
          "classification or regression; default: classification for texts and for at most 10"
              + " different whole numbers.")
  private Optional<Task> task = Optional.empty();

  @Option(
      names = "--seed",
      defaultValue = "42",
      description = "Where randomness starts; default: ${DEFAULT-VALUE}.")
  private long seed;

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
      OutputFile.requireWritable(output, data);
    }
    log.ifPresent(file -> OutputFile.requireWritable(file, data));
    CsvInput input = CsvInput.read(data);
    Table table = input.table();
    Task chosen = task.orElseGet(() -> input.naming(() -> Task.of(table.column(target))));
    boolean ofClasses = chosen == Task.CLASSIFICATION;
    Learner learner = learner(ofClasses ? Classifier.class : Regressor.class);
    SearchSpace space =
        UsualSpaces.of(learner)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), modelName + " has no settings worth a search"));
    Splitter splitter =
        ofClasses ? new StratifiedKFold(folds, Seed.of(seed)) : new KFold(folds, Seed.of(seed));
    Metric metric = ofClasses ? ClassificationMetric.LOG_LOSS : RegressionMetric.RMSE;
    var search =
        new Search(space, new BayesianSearch(evaluations, Seed.of(seed)), splitter, metric, log);
    Pipeline pipeline = Pipeline.auto(target, learner);
    SearchResult<Pipeline> result = input.naming(() -> search(search, pipeline, table));
    Trial best = input.naming(result::best);
    double usual =
        input.naming(
            () ->
                new CrossValidation(splitter)
                    .withMetrics(metric)
                    .run(pipeline, table)
                    .mean(metric));
    if (output != null) {
      PipelineModel model = input.naming(() -> result.tuned().fit(table));
      ModelFile.save(model, output);
    }
    if (json) {
      printJson(result, best, usual);
    } else {
      print(result, best, usual);
    }
  }

  private Learner learner(Class<? extends Learner> kind) {
    Learner learner = Learners.named(modelName, kind);
    return Hyperparameters.has(learner, "seed")
        ? Hyperparameters.with(learner, "seed", seed)
        : learner;
  }

  private static SearchResult<Pipeline> search(Search search, Pipeline pipeline, Table table) {
    try (var progress = new TerminalProgress()) {
      return search.run(pipeline, table, new FitOptions().withProgress(progress));
    }
  }

  private void print(SearchResult<Pipeline> result, Trial best, double usual) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s %.4g ± %.2g over %d folds, the best of %d settings (%d failed); the defaults: %.4g%n%n",
        result.metric().name(),
        best.score(),
        best.deviation(),
        folds,
        result.trials().size(),
        failed(result),
        usual);
    var command = new StringBuilder("cairn train " + data + " --target " + target);
    command.append(" --model ").append(modelName);
    if (task.isPresent()) {
      command.append(" --task ").append(task.get().name().toLowerCase(Locale.ROOT));
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
    out.printf(Locale.ROOT, "%nto train with them:%n  %s%n", command);
    if (output != null) {
      out.printf(Locale.ROOT, "%ntrained on all rows, saved as %s%n", output);
    }
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
