package org.cairnml.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage exits 2 and says what is right; a bug exits 70. */
class UsageTest {

  private static final Path PENGUINS = Path.of("../data/penguins.csv");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "train",
        "train ../data/penguins.csv",
        "train ../data/penguins.csv --target species --fast",
        "train ../data/penguins.csv --target species --test 1.5",
        "train ../data/penguins.csv --target body_mass_g --model no-such",
        "train ../data/penguins.csv --target body_mass_g --model ridge --set alpha=-1",
        "train ../data/penguins.csv --target body_mass_g --model ridge --set alpha=big",
        "train ../data/penguins.csv --target body_mass_g --model ridge --set beta=1",
        "predict model.cairn",
      })
  void wrongUsage(String words) {
    Program run = Program.run((Object[]) (words.isEmpty() ? new String[0] : words.split(" ")));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).isNotBlank();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownModelOrSettingNamesTheKnownOnes() {
    assertThat(
            Program.run("train", PENGUINS, "--target", "body_mass_g", "--model", "no-such").err())
        .contains("no-such")
        .contains("ridge");
    assertThat(
            Program.run(
                    "train",
                    PENGUINS,
                    "--target",
                    "body_mass_g",
                    "--model",
                    "ridge",
                    "--set",
                    "beta=1")
                .err())
        .contains("beta")
        .contains("alpha");
  }

  @Test
  void helpAndVersionExitZero() {
    assertThat(Program.run("--help").exitCode()).isZero();
    assertThat(Program.run("train", "--help").out()).contains("--target");
    assertThat(Program.run("--version").out()).startsWith("cairn ");
  }

  @Test
  void modelsListsEveryHyperparameter() throws IOException {
    assertThat(Program.run("models").out()).contains("ridge (regression)").contains("alpha=1.0");
    JsonNode json = new ObjectMapper().readTree(Program.run("models", "--json").out());
    for (JsonNode model : json.get("models")) {
      assertThat(model.get("description").asText()).as(model.toString()).isNotBlank();
      for (JsonNode parameter : model.get("hyperparameters")) {
        assertThat(parameter.get("description").asText()).as(model.toString()).isNotBlank();
      }
    }
  }

  @Test
  void backendsSaysWhatIsInUse() {
    assertThat(Program.run("backends").out()).contains("in use:", "scalar", "openblas");
  }

  @Test
  void aBugExitsSeventyAndShowsItsTraceOnlyWithDebug() {
    var err = new StringWriter();
    var bug = new ArithmeticException("1 / 0");
    assertThat(Failure.report(bug, new PrintWriter(err, true), false)).isEqualTo(70);
    assertThat(err.toString()).contains("bug").contains("1 / 0").doesNotContain("\tat ");
    assertThat(Failure.report(bug, new PrintWriter(err, true), true)).isEqualTo(70);
    assertThat(err.toString()).contains("\tat ");
  }
}
