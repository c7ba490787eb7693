package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareTest {

  private static final Path PENGUINS = Path.of("../data/penguins.csv");

  @Test
  void theLeagueTableHasTheBaselineLast() throws IOException {
    Program run =
        Program.run(
            "compare",
            PENGUINS,
            "--target",
            "body_mass_g",
            "--models",
            "ridge,decision-tree",
            "--folds",
            "4",
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("sorted_by").asText()).isEqualTo("rmse");
    assertThat(json.get("models").findValuesAsText("model"))
        .containsExactly("ridge", "decision-tree", "dummy");
    JsonNode dummy = json.get("models").get(2);
    assertThat(dummy.get("significantly_worse").asBoolean()).isTrue();
    assertThat(dummy.get("metrics").get("rmse").get("folds")).hasSize(4);
    assertThat(json.get("models").get(0).get("p_value").isNull()).isTrue();
  }

  @Test
  void theTextNamesModelsScoresAndVerdicts() {
    Program run =
        Program.run("compare", PENGUINS, "--target", "species", "--models", "logistic-regression");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("logistic-regression", "dummy", "roc_auc", "±", "worse, p =", "5 folds");
  }

  @Test
  void whatSomeModelsLackIsALine() {
    Program run =
        Program.run("compare", PENGUINS, "--target", "sex", "--models", "logistic-regression,sgd");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("sorted by accuracy")
        .containsPattern("accuracy +balanced_accuracy +roc_auc +log_loss")
        .containsPattern("(?m)^sgd( +[0-9.]+ ± [0-9.]+){2} +- +- ")
        .containsPattern("(?m)^logistic-regression( +[0-9.]+ ± [0-9.]+){4} ");
  }

  @Test
  void numbersTakenForClassesAreExplained(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("counts.csv");
    Files.writeString(file, "x,y\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n");
    Program run = Program.run("compare", file, "--target", "y", "--models", "ridge");
    assertThat(run.exitCode()).isNotZero();
    assertThat(Program.run("compare", file, "--target", "y").err()).contains("--task regression");
    assertThat(
            Program.run(
                    "compare", file, "--target", "y", "--task", "regression", "--models", "ridge")
                .exitCode())
        .isZero();
  }

  @Test
  void aLearnerThatFailsIsARowOfItsOwn() throws IOException {
    Object[] words = {
      "compare", PENGUINS, "--target", "body_mass_g", "--models", "ridge,isotonic-regression"
    };
    Program text = Program.run(words);
    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out())
        .containsPattern("(?m)^isotonic-regression +failed: split 1 of 5: .*one feature")
        .containsPattern("(?m)^ridge +[0-9]");
    Object[] more = Arrays.copyOf(words, words.length + 1);
    more[words.length] = "--json";
    JsonNode json = new ObjectMapper().readTree(Program.run(more).out());
    assertThat(json.get("failed").get("isotonic-regression").asText()).contains("one feature");
    assertThat(json.get("models").findValuesAsText("model")).containsExactly("ridge", "dummy");
  }

  @Test
  void dataOfOneClassEndAtOnceInTheUsersWords(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("one.csv");
    Files.writeString(file, "x,y\n" + "1,a\n2,a\n".repeat(10));
    Program run = Program.run("compare", file, "--target", "y");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("one.csv", "'a' in all", "at least two classes");
  }

  /** Without --models, on few rows of numbers, categories and gaps: no learner spoils the table. */
  @ParameterizedTest
  @ValueSource(strings = {"species", "body_mass_g"})
  void everySuitableLearnerIsTried(String target, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("few.csv");
    List<String> lines = Files.readAllLines(PENGUINS);
    Files.write(file, IntStream.range(0, 60).mapToObj(i -> lines.get(i * 5)).toList());
    Program run = Program.run("compare", file, "--target", target, "--folds", "2", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("models").findValuesAsText("model"))
        .contains("dummy", "random-forest", "gradient-boosting")
        .doesNotContain("calibrated", "conformal");
    assertThat(json.get("sorted_by").asText())
        .isEqualTo(target.equals("species") ? "roc_auc" : "rmse");
    assertThat(json.get("failed").has("sgd")).isEqualTo(target.equals("species"));
  }

  @Test
  void wrongUseIsSaidInTheUsersWords() {
    Program unknown =
        Program.run("compare", PENGUINS, "--target", "species", "--models", "no-such");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("no-such", "logistic-regression");
    Program folds = Program.run("compare", PENGUINS, "--target", "species", "--folds", "1");
    assertThat(folds.exitCode()).isEqualTo(2);
    assertThat(folds.err()).contains("folds must be at least 2");
    Program target = Program.run("compare", PENGUINS, "--target", "specie");
    assertThat(target.exitCode()).isEqualTo(1);
    assertThat(target.err()).contains("penguins.csv", "specie");
  }
}
