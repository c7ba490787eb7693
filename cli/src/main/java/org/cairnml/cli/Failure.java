package org.cairnml.cli;

import java.io.PrintWriter;
import org.cairnml.base.CairnException;
import picocli.CommandLine.ExitCode;

/** What the program says of a failure, and with which exit code. */
final class Failure {

  private static final int BUG = 70;

  private Failure() {}

  /** Prints one line, or also the stack trace; returns the exit code. */
  static int report(Throwable failure, PrintWriter err, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
    if (failure instanceof CairnException) {
      err.println("cairn: " + oneLine(String.valueOf(failure.getMessage())));
      return ExitCode.SOFTWARE;
    }
    if (isOutOfMemory(failure)) {
      err.println(
          "cairn: the memory of "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB is not enough; give more, as in JAVA_TOOL_OPTIONS=-Xmx8g, or use fewer rows,"
              + " classes or trees");
      return ExitCode.SOFTWARE;
    }
    if (failure instanceof IllegalArgumentException) {
      err.println("cairn: " + oneLine(String.valueOf(failure.getMessage())));
      return ExitCode.USAGE;
    }
    err.println("cairn: this is a bug in Cairn, please report it: " + oneLine(failure.toString()));
    if (!debug) {
      err.println("cairn: run again with --debug for the details that a report needs");
    }
    return BUG;
  }

  private static boolean isOutOfMemory(Throwable failure) {
    return failure != null
        && (failure instanceof OutOfMemoryError || isOutOfMemory(failure.getCause()));
  }

  /** A message without line breaks. */
  static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", "; ");
  }
}
