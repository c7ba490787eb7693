package org.cairnml.cli;

import java.util.Locale;
import java.util.function.Function;
import org.cairnml.core.Classifier;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learner;
import org.cairnml.core.Learners;
import org.cairnml.core.Regressor;
import org.cairnml.data.Table;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.Task;

/**
 * A table and the column to predict.
 *
 * @param input the table, and the name of its file
 * @param target the column
 * @param task whether it holds classes or numbers
 * @param seed of the learners
 * @param texts the columns that are read as texts
 */
record TargetData(CsvInput input, String target, Task task, long seed, TextColumns texts) {

  Table table() {
    return input.table();
  }

  /** The task as the user writes it. */
  String taskName() {
    return task.name().toLowerCase(Locale.ROOT);
  }

  /** The learners that suit the task. */
  Class<? extends Learner> kind() {
    return task == Task.CLASSIFICATION ? Classifier.class : Regressor.class;
  }

  /** The learner of this name with its defaults. */
  Learner learner(String name) {
    return seeded(Learners.named(name, kind()));
  }

  /** The learner with the seed, if it takes one. */
  Learner seeded(Learner learner) {
    return Hyperparameters.has(learner, "seed")
        ? Hyperparameters.with(learner, "seed", Long.toString(seed))
        : learner;
  }

  /** From the table to a model of the learner. */
  Pipeline pipeline(Learner learner) {
    return texts.addTo(Pipeline.auto(target, learner), learner);
  }

  /** How many of some rows of the table have a target. */
  int known(Table rows) {
    return rows.rows() - rows.column(target).missing();
  }

  /** Does long work, with a bar named so; errors about the data get the name of the file. */
  <T> T run(String name, Function<FitOptions, T> work) {
    return input.naming(() -> runUnnamed(name, work));
  }

  /** The same with errors as they are. */
  <T> T runUnnamed(String name, Function<FitOptions, T> work) {
    try (var progress = new TerminalProgress(name)) {
      return work.apply(new FitOptions().withProgress(progress));
    }
  }
}
