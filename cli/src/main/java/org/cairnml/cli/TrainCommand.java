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
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.metrics.Report;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn train}. */
@Command(
    name = "train",
    description = "Train a model on a CSV file, evaluate it on rows held out, and save it.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {

  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA.csv", description = "The data, .csv or .csv.gz.")
  private Path data;

  @Option(names = "--target", required = true, description = "The column to predict.")
  private String target;

  @Option(
      names = "--model",
      defaultValue = "gradient-boosting",
      description = "The learner, see 'cairn models'; default: ${DEFAULT-VALUE}.")
  private String modelName;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A hyperparameter of the learner, such as trees=300; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--test",
      defaultValue = "0.2",
      description = "The share of rows held out for the report; 0 trains on all rows.")
  private double testShare;

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

  @Option(names = "--out", paramLabel = "MODEL.cairn", description = "Save the model here.")
  private Path out;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    if (!(testShare >= 0 && testShare < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--test must be at least 0 and below 1, but was " + testShare);
    }
    if (out != null) {
      OutputFile.requireWritable(out, data);
    }
    CsvInput input = CsvInput.read(data);
    Table table = input.table();
    Column column = input.naming(() -> table.column(target));
    Task chosen = task.orElseGet(() -> input.naming(() -> Task.of(column)));
    Learner learner = learner(chosen);

    Table.Split split = input.naming(() -> split(table, chosen));
    long start = System.nanoTime();
    PipelineModel model = input.naming(() -> fit(learner, split.train()));
    double seconds = (System.nanoTime() - start) / NANOS;

    Optional<Report> report =
        split.test().rows() == 0
            ? Optional.empty()
            : Optional.of(input.naming(() -> model.evaluate(split.test())));
    if (out != null) {
      ModelFile.save(model, out);
    }
    if (json) {
      printJson(table, split, chosen, model, report, seconds);
    } else {
      print(model, split, report, seconds);
    }
  }

  private Learner learner(Task chosen) {
    Learner learner =
        chosen == Task.CLASSIFICATION
            ? Learners.named(modelName, Classifier.class)
            : Learners.named(modelName, Regressor.class);
    if (Hyperparameters.has(learner, "seed") && !settings.containsKey("seed")) {
      learner = Hyperparameters.with(learner, "seed", seed);
    }
    for (var setting : settings.entrySet()) {
      learner = Hyperparameters.with(learner, setting.getKey(), setting.getValue());
    }
    return learner;
  }

  private Table.Split split(Table table, Task chosen) {
    if (testShare == 0) {
      return new Table.Split(table, table.head(0));
    }
    return chosen == Task.CLASSIFICATION
        ? table.split(1 - testShare, target, Seed.of(seed))
        : table.split(1 - testShare, Seed.of(seed));
  }

  private PipelineModel fit(Learner learner, Table train) {
    try (var progress = new TerminalProgress()) {
      return Pipeline.auto(target, learner).fit(train, new FitOptions().withProgress(progress));
    }
  }

  private void print(
      PipelineModel model, Table.Split split, Optional<Report> report, double seconds) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(model.describe());
    if (!model.summary().converged()) {
      print.println("note: the fit did not converge");
    }
    print.printf(
        Locale.ROOT,
        "%ntrained on %d rows in %.2f s%s%n",
        known(split.train()),
        seconds,
        report.isPresent() ? ", tested on " + known(split.test()) + " rows held out:" : "");
    report.ifPresent(r -> print.printf(Locale.ROOT, "%n%s%n", r.toString().stripTrailing()));
    if (out != null) {
      print.printf(Locale.ROOT, "%nsaved as %s%n", out);
    }
  }

  /** How many rows have a target. */
  private int known(Table rows) {
    return rows.rows() - rows.column(target).missing();
  }

  private void printJson(
      Table table,
      Table.Split split,
      Task chosen,
      PipelineModel model,
      Optional<Report> report,
      double seconds) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("model", modelName);
    object.put("task", chosen.name().toLowerCase(Locale.ROOT));
    object.put("rows", table.rows());
    object.put("train_rows", known(split.train()));
    object.put("test_rows", known(split.test()));
    object.put("metrics", report.map(Report::metrics).orElse(Map.of()));
    object.put("fit_seconds", seconds);
    object.put("converged", model.summary().converged());
    object.put("notes", model.notes());
    spec.commandLine().getOut().println(Json.of(object));
  }
}
