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
import org.cairnml.data.Table;
import org.cairnml.metrics.Report;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn train}. */
@Command(
    name = "train",
    description = "Train a model on a CSV file, evaluate it on rows held out, and save it.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {

  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Mixin private TargetOptions subject;

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
      OutputFile.requireWritable(out, subject.data());
    }
    TargetData data = subject.read();
    Learner learner = learner(data);

    Table.Split split = data.input().naming(() -> split(data));
    long start = System.nanoTime();
    Pipeline pipeline = data.pipeline(learner);
    PipelineModel model = data.run(modelName, options -> pipeline.fit(split.train(), options));
    double seconds = (System.nanoTime() - start) / NANOS;

    Optional<Report> report =
        split.test().rows() == 0
            ? Optional.empty()
            : Optional.of(data.input().naming(() -> model.evaluate(split.test())));
    if (out != null) {
      ModelFile.save(model, out);
    }
    if (json) {
      printJson(data, split, model, report, seconds);
    } else {
      print(data, model, split, report, seconds);
    }
  }

  private Learner learner(TargetData data) {
    Learner learner = data.learner(modelName);
    for (var setting : settings.entrySet()) {
      learner = Hyperparameters.with(learner, setting.getKey(), setting.getValue());
    }
    return learner;
  }

  private Table.Split split(TargetData data) {
    Table table = data.table();
    Seed seed = Seed.of(data.seed());
    if (testShare == 0) {
      return new Table.Split(table, table.head(0));
    }
    return data.task() == Task.CLASSIFICATION
        ? table.split(1 - testShare, data.target(), seed)
        : table.split(1 - testShare, seed);
  }

  private void print(
      TargetData data,
      PipelineModel model,
      Table.Split split,
      Optional<Report> report,
      double seconds) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(model.describe());
    if (!model.summary().converged()) {
      print.println("note: the fit did not converge");
    }
    print.printf(
        Locale.ROOT,
        "%ntrained on %d rows in %.2f s%s%n",
        data.known(split.train()),
        seconds,
        report.isPresent() ? ", tested on " + data.known(split.test()) + " rows held out:" : "");
    report.ifPresent(r -> print.printf(Locale.ROOT, "%n%s%n", r.toString().stripTrailing()));
    if (out != null) {
      print.printf(Locale.ROOT, "%nsaved as %s%n", out);
    }
  }

  private void printJson(
      TargetData data,
      Table.Split split,
      PipelineModel model,
      Optional<Report> report,
      double seconds) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("model", modelName);
    object.put("task", data.taskName());
    object.put("rows", data.table().rows());
    object.put("train_rows", data.known(split.train()));
    object.put("test_rows", data.known(split.test()));
    object.put("metrics", report.map(Report::metrics).orElse(Map.of()));
    object.put("fit_seconds", seconds);
    object.put("converged", model.summary().converged());
    object.put("notes", model.notes());
    spec.commandLine().getOut().println(Json.of(object));
  }
}
