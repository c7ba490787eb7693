package org.cairnml.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairnml.pipeline.Task;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of every command that learns to predict a column. */
final class TargetOptions {

  @Parameters(paramLabel = "DATA.csv", description = "The data, .csv or .csv.gz.")
  private Path data;

  @Option(names = "--target", required = true, description = "The column to predict.")
  private String target;

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
      names = "--text",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "Columns to read as texts, by the weights of their words; default: those of free text"
              + " with five words or more on average.")
  private List<String> texts = List.of();

  Path data() {
    return data;
  }

  /** The task if the user named one. */
  Optional<Task> task() {
    return task;
  }

  /** The columns of texts that the user named. */
  List<String> texts() {
    return texts;
  }

  /** Reads the file; the task follows from the column if the user named none. */
  TargetData read() {
    CsvInput input = CsvInput.read(data);
    Task chosen = task.orElseGet(() -> input.naming(() -> Task.of(input.table().column(target))));
    TextColumns columns = input.naming(() -> TextColumns.of(input.table(), target, texts));
    return new TargetData(input, target, chosen, seed, columns);
  }
}
