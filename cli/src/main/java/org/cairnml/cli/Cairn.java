package org.cairnml.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The program {@code cairn}: trains, applies and evaluates models on CSV files.
 *
 * <p>Exit codes: 0 done, 1 the data or files cannot be used, 2 wrong usage, 70 a bug in Cairn.
 */
@Command(
    name = "cairn",
    description = "Trains, applies and evaluates machine-learning models on CSV files.",
    mixinStandardHelpOptions = true,
    versionProvider = Cairn.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      PredictCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      TuneCommand.class,
      ModelsCommand.class,
      DescribeCommand.class,
      BackendsCommand.class
    })
public final class Cairn implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  /** For the command-line parser. */
  public Cairn() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(
        run(
            new PrintWriter(
                new BufferedWriter(
                    new OutputStreamWriter(
                        new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /** Runs the program with these outputs; returns the exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    var cairn = new Cairn();
    CommandLine line =
        new CommandLine(cairn)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> Failure.report(failure, err, cairn.debug));
    int exitCode;
    try {
      exitCode = line.execute(args);
    } catch (Error e) {
      exitCode = Failure.report(e, err, cairn.debug);
    }
    if (out.checkError() && exitCode == ExitCode.OK) {
      err.println(
          "cairn: cannot write all of standard output; see whether its disk is full or its reader"
              + " has ended");
      return ExitCode.SOFTWARE;
    }
    return exitCode;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command? Say one of those below.");
  }

  /** Says which version this is. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cairn.class.getPackage().getImplementationVersion();
      return new String[] {"cairn " + (version == null ? "(unpacked build)" : version)};
    }
  }
}
