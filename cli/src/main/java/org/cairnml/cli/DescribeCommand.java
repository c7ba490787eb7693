package org.cairnml.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.cairnml.data.TableDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn describe}. */
@Command(
    name = "describe",
    description = "Show types, missing and distinct values, quantiles and a histogram per column.",
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DATA.csv", description = "The data, .csv or .csv.gz.")
  private Path data;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    TableDescription description = CsvInput.read(data).table().describe();
    out.println(json ? Json.of(description.toMap()) : description);
  }
}
