package org.cairnml.cli;

import java.io.PrintWriter;
import org.cairnml.base.CairnException;
import picocli.CommandLine.ExitCode;

/** What the program says of a failure, and with which exit code. */
final class Failure {

  private static final int BUG = 70;

  private Failure() {}

  /** Prints one line, or also the stack trace; returns the exit code. */
  static int report(Exception failure, PrintWriter err, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
    if (failure instanceof CairnException) {
      err.println("cairn: " + oneLine(failure.getMessage()));
      return ExitCode.SOFTWARE;
    }
    if (failure instanceof IllegalArgumentException) {
      err.println("cairn: " + oneLine(failure.getMessage()));
      return ExitCode.USAGE;
    }
    err.println("cairn: this is a bug in Cairn, please report it: " + oneLine(failure.toString()));
    if (!debug) {
      err.println("cairn: run again with --debug for the details that a report needs");
    }
    return BUG;
  }

  /** Says that the data do not fit; returns the exit code. */
  static int outOfMemory(PrintWriter err) {
    long megabytes = Runtime.getRuntime().maxMemory() >> 20;
    err.println(
        "cairn: the work does not fit into "
            + megabytes
            + " MB of memory; allow more with JAVA_TOOL_OPTIONS=-Xmx..., or give it fewer rows");
    return ExitCode.SOFTWARE;
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", "; ");
  }
}
