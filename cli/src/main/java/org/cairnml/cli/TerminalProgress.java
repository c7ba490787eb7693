package org.cairnml.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.cairnml.base.Progress;

/**
 * Shows long work as a bar on standard error, if that is a terminal. The start script says so in
 * the property {@code cairn.terminal}; without the script, a console counts as a terminal.
 */
final class TerminalProgress implements Progress, AutoCloseable {

  private static final int REFRESH_MILLIS = 200;

  private final boolean terminal =
      Optional.ofNullable(System.getProperty("cairn.terminal"))
          .map(Boolean::parseBoolean)
          .orElseGet(() -> System.console() != null);
  private final String name;
  private ProgressBar bar;

  /** A bar of this name, shown from the first step on. */
  TerminalProgress(String name) {
    this.name = name;
  }

  @Override
  public synchronized Answer onStep(Step step) {
    if (terminal) {
      if (bar == null) {
        bar =
            new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(step.total())
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .clearDisplayOnFinish()
                .build();
      }
      bar.stepTo(step.done());
    }
    return Answer.CONTINUE;
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
