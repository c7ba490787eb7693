package org.cairnml.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cairnml.core.ModelFile;
import org.cairnml.metrics.Report;
import org.cairnml.pipeline.PipelineModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn evaluate}. */
@Command(
    name = "evaluate",
    description = "Compare the predictions of a saved model with the target column of a CSV file.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL.cairn", description = "The model.")
  private Path modelFile;

  @Parameters(index = "1", paramLabel = "DATA.csv", description = "The data, .csv or .csv.gz.")
  private Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    PipelineModel model = ModelFile.load(modelFile, PipelineModel.class);
    CsvInput input = CsvInput.read(data);
    Report report = input.naming(() -> model.evaluate(input.table()));
    if (!json) {
      spec.commandLine().getOut().println(report.toString().stripTrailing());
      return;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("model", model.learnerName());
    object.put("task", model.task().name().toLowerCase(Locale.ROOT));
    object.put("rows", input.table().rows());
    object.put("metrics", report.metrics());
    spec.commandLine().getOut().println(Json.of(object));
  }
}
