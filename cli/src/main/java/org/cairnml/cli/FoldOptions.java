package org.cairnml.cli;

import org.cairnml.base.Seed;
import org.cairnml.pipeline.Task;
import org.cairnml.selection.KFold;
import org.cairnml.selection.Splitter;
import org.cairnml.selection.StratifiedKFold;
import picocli.CommandLine.Option;

/** The options of every command that cross-validates. */
final class FoldOptions {

  @Option(
      names = "--folds",
      defaultValue = "5",
      description = "How many folds; default: ${DEFAULT-VALUE}.")
  private int folds;

  int count() {
    return folds;
  }

  /** Folds with the shares of the classes, if there are classes. */
  Splitter splitter(TargetData data) {
    Seed seed = Seed.of(data.seed());
    return data.task() == Task.CLASSIFICATION
        ? new StratifiedKFold(folds, seed)
        : new KFold(folds, seed);
  }
}
