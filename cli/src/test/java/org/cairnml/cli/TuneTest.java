package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.meta.TunedThresholdClassifier;
import org.cairnml.metrics.ClassificationMetric;
import org.cairnml.pipeline.Task;
import org.cairnml.selection.CrossValidation;
import org.cairnml.selection.StratifiedKFold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneTest {

  private static final Path PENGUINS = Path.of("../data/penguins.csv");

  @Test
  void theBestSettingsAreSaidAsTrainTakesThem(@TempDir Path folder) {
    Path model = folder.resolve("tuned.cairn");
    Program run =
        Program.run(
            "tune",
            PENGUINS,
            "--target",
            "species",
            "--model",
            "logistic-regression",
            "--evaluations",
            "12",
            "--folds",
            "3",
            "--output",
            model);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("log_loss", "best of 12 settings", "--model logistic-regression --set c=");
    String setting = run.out().replaceAll("(?s).*--set (c=\\S+).*", "$1");
    Program train =
        Program.run(
            "train",
            PENGUINS,
            "--target",
            "species",
            "--model",
            "logistic-regression",
            "--set",
            setting);
    assertThat(train.exitCode()).as(train.err()).isZero();
    assertThat(Program.run("predict", model, PENGUINS).exitCode()).isZero();
  }

  @Test
  void aLogIsGoneOnFrom(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("trials.jsonl");
    Object[] words = {
      "tune",
      PENGUINS,
      "--target",
      "body_mass_g",
      "--model",
      "ridge",
      "--evaluations",
      "4",
      "--log",
      log,
      "--json"
    };
    Program first = Program.run(words);
    assertThat(first.exitCode()).as(first.err()).isZero();
    String lines = Files.readString(log);
    Program second = Program.run(words);
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(Files.readString(log)).isEqualTo(lines);
    JsonNode json = new ObjectMapper().readTree(first.out());
    assertThat(json.get("metric").asText()).isEqualTo("rmse");
    assertThat(json.get("settings").has("alpha")).isTrue();
    assertThat(json.get("score").asDouble())
        .isLessThanOrEqualTo(json.get("default_score").asDouble() * 1.01);
  }

  @Test
  void aModelWithoutProbabilitiesIsTunedByItsAccuracy() {
    var classes =
        Dataset.of(
            Matrix.wrap(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 8, 1),
            Labels.of(0, 1, 0, 1, 0, 1, 0, 1));
    var folds = new CrossValidation(new StratifiedKFold(2));
    assertThat(
            TuneCommand.metric(Task.CLASSIFICATION, folds.run(new LogisticRegression(), classes)))
        .isEqualTo(ClassificationMetric.LOG_LOSS);
    var decisions = new TunedThresholdClassifier().withFolds(2);
    assertThat(TuneCommand.metric(Task.CLASSIFICATION, folds.run(decisions, classes)))
        .isEqualTo(ClassificationMetric.ACCURACY);
  }

  @Test
  void theLogOfOtherDataIsRefused(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("trials.jsonl");
    Path data = folder.resolve("penguins.csv");
    Files.copy(PENGUINS, data);
    Object[] words = {
      "tune",
      data,
      "--target",
      "body_mass_g",
      "--model",
      "ridge",
      "--evaluations",
      "2",
      "--log",
      log
    };
    assertThat(Program.run(words).exitCode()).isZero();
    Files.writeString(data, Files.readString(data).replaceFirst("39.1", "39.2"));
    Program second = Program.run(words);
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.err()).contains("other data", "name another file");
  }

  @Test
  void stochasticGradientDescentHasASpace() {
    Program run =
        Program.run("tune", PENGUINS, "--target", "species", "--model", "sgd", "--evaluations", 2);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("(0 failed)", "--model sgd --set alpha=");
  }

  @Test
  void aTieIsNoImprovement() {
    assertThat(TuneCommand.improves(ClassificationMetric.ACCURACY, 0.9, 0.8)).isTrue();
    assertThat(TuneCommand.improves(ClassificationMetric.ACCURACY, 0.8, 0.8)).isFalse();
    assertThat(TuneCommand.improves(ClassificationMetric.LOG_LOSS, 0.9, 0.8)).isFalse();
  }

  @Test
  void wrongUseIsSaidInTheUsersWords() {
    Program none = Program.run("tune", PENGUINS, "--target", "species", "--model", "dummy");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("dummy has no settings");
    Program few =
        Program.run(
            "tune",
            PENGUINS,
            "--target",
            "species",
            "--model",
            "decision-tree",
            "--evaluations",
            "0");
    assertThat(few.exitCode()).isEqualTo(2);
    assertThat(few.err()).contains("evaluations, start and batch must be at least 1");
  }
}
