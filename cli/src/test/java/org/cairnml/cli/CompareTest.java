package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
