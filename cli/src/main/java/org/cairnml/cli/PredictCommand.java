package org.cairnml.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.cairnml.core.ModelFile;
import org.cairnml.data.Csv;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.Predictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn predict}. */
@Command(
    name = "predict",
    description = "Apply a saved model to a CSV file; writes predictions as CSV.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL.cairn", description = "The model.")
  private Path modelFile;

  @Parameters(index = "1", paramLabel = "DATA.csv", description = "The data, .csv or .csv.gz.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "predictions.csv",
      description = "Write here instead of standard output; gzipped if it ends in .gz.")
  private Path out;

  @Override
  public void run() {
    if (out != null) {
      OutputFile.requireWritable(out, modelFile, data);
    }
    PipelineModel model = ModelFile.load(modelFile, PipelineModel.class);
    CsvInput input = CsvInput.read(data);
    Predictions predictions = input.naming(() -> model.predict(input.table()));
    predictions.notes().forEach(n -> spec.commandLine().getErr().println("note: " + n));
    if (out != null) {
      Csv.write(predictions.toTable(), out);
    } else {
      try {
        Csv.write(predictions.toTable(), spec.commandLine().getOut());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
