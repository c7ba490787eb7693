package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trains, predicts and evaluates on the shipped data, as the README says. */
class EndToEndTest {

  private static final Path PENGUINS = Path.of("../data/penguins.csv");
  private static final Path BREAST_CANCER = Path.of("../data/breast-cancer.csv.gz");

  @TempDir Path folder;

  private static JsonNode json(Program run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void trainReportsClassesByNameAndSaves() {
    Path model = folder.resolve("penguins.cairn");
    Program run = Program.run("train", PENGUINS, "--target", "species", "--out", model);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("Adelie", "Chinstrap", "Gentoo", "accuracy", model.toString());
    assertThat(model).isRegularFile();
  }

  @ParameterizedTest
  @CsvSource({
    "penguins.csv, species, gradient-boosting, 0.95",
    "penguins.csv, species, random-forest, 0.95",
    "penguins.csv, species, logistic-regression, 0.95",
    "penguins.csv, species, decision-tree, 0.88",
    "breast-cancer.csv.gz, diagnosis, random-forest, 0.92",
  })
  void jsonOfAClassification(String file, String target, String model, double atLeast)
      throws IOException {
    JsonNode json =
        json(
            Program.run(
                "train", "../data/" + file, "--target", target, "--model", model, "--json"));
    assertThat(json.get("model").asText()).isEqualTo(model);
    assertThat(json.get("task").asText()).isEqualTo("classification");
    assertThat(json.get("rows").asInt()).isPositive();
    assertThat(json.get("fit_seconds").isNumber()).isTrue();
    assertThat(json.get("metrics").fieldNames())
        .toIterable()
        .contains("accuracy", "f1_macro", "roc_auc", "log_loss");
    assertThat(json.get("metrics").get("accuracy").asDouble()).isGreaterThan(atLeast);
  }

  @Test
  void jsonOfARegression() throws IOException {
    JsonNode json =
        json(
            Program.run(
                "train", PENGUINS, "--target", "body_mass_g", "--model", "ridge", "--json"));
    assertThat(json.get("task").asText()).isEqualTo("regression");
    assertThat(json.get("metrics").fieldNames()).toIterable().contains("rmse", "mae", "r2");
    assertThat(json.get("metrics").get("r2").asDouble()).isGreaterThan(0.8);
  }

  @Test
  void theSameSeedGivesTheSameModelAndAnotherSeedAnother() throws IOException {
    byte[][] files = new byte[3][];
    int[] seeds = {7, 7, 8};
    for (int i = 0; i < 3; i++) {
      Path model = folder.resolve(i + ".cairn");
      Program.run("train", PENGUINS, "--target", "species", "--seed", seeds[i], "--out", model);
      files[i] = Files.readAllBytes(model);
    }
    assertThat(files[0]).isEqualTo(files[1]).isNotEqualTo(files[2]);
  }

  @Test
  void predictWritesAClassAndItsProbabilities() {
    Path model = folder.resolve("p.cairn");
    Path out = folder.resolve("predictions.csv.gz");
    Program.run("train", PENGUINS, "--target", "species", "--out", model);
    Program run = Program.run("predict", model, PENGUINS, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    Table predictions = Csv.read(out);
    assertThat(predictions.names())
        .isEqualTo(
            List.of(
                "prediction", "probability_Adelie", "probability_Chinstrap", "probability_Gentoo"));
    assertThat(predictions.rows()).isEqualTo(344);
    for (int i = 0; i < predictions.rows(); i++) {
      double sum = 0;
      double best = -1;
      String bestName = "";
      for (String name : predictions.names().subList(1, 4)) {
        double p = predictions.column(name).number(i);
        sum += p;
        if (p > best) {
          best = p;
          bestName = name;
        }
      }
      assertThat(sum).isCloseTo(1, offset(1e-12));
      assertThat(bestName).isEqualTo("probability_" + predictions.column("prediction").string(i));
    }
  }

  @Test
  void evaluateAgreesWithTheReportOfTrainingOnTheSameRows() throws IOException {
    Path model = folder.resolve("all.cairn");
    JsonNode trained =
        json(
            Program.run(
                "train",
                BREAST_CANCER,
                "--target",
                "diagnosis",
                "--test",
                0,
                "--out",
                model,
                "--json"));
    assertThat(trained.get("metrics").isEmpty()).isTrue();
    assertThat(trained.get("test_rows").asInt()).isZero();
    JsonNode evaluated = json(Program.run("evaluate", model, BREAST_CANCER, "--json"));
    assertThat(evaluated.get("model").asText()).isEqualTo("gradient-boosting");
    assertThat(evaluated.get("rows").asInt()).isEqualTo(569);
    assertThat(evaluated.has("fit_seconds")).isFalse();
    assertThat(evaluated.get("metrics").get("accuracy").asDouble()).isGreaterThan(0.99);
    assertThat(Program.run("evaluate", model, BREAST_CANCER).out()).contains("malignant");
  }

  @Test
  void settingsReachTheLearner() {
    Program run =
        Program.run(
            "train",
            PENGUINS,
            "--target",
            "species",
            "--model",
            "random-forest",
            "--set",
            "trees=7",
            "--set",
            "maxDepth=3");
    assertThat(run.out()).contains("trees=7").contains("maxDepth=3");
  }

  @Test
  void describeShowsEveryColumn() throws IOException {
    assertThat(Program.run("describe", PENGUINS).out()).contains("flipper_length_mm", "344 rows");
    assertThat(json(Program.run("describe", PENGUINS, "--json")).get("columns")).hasSize(7);
  }
}
