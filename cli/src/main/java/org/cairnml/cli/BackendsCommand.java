package org.cairnml.cli;

import org.cairnml.linalg.Backends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cairn backends}. */
@Command(
    name = "backends",
    description = "Say which numeric backends loaded, which did not and why.",
    mixinStandardHelpOptions = true)
final class BackendsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().println(Backends.report());
  }
}
