package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.core.Model;
import org.cairnml.core.ModelFile;
import org.cairnml.inspection.TreeShap;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.Importance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignModelsTest {

  /** XGBoost adds up and writes float32: some units of 6e-8, and what a link makes of them. */
  private static final double XGBOOST = 1e-6;

  /** LightGBM adds up doubles; only the order of sums and the exponential may differ. */
  private static final double LIGHTGBM = 1e-12;

  /** Sums of some hundred terms of magnitude 1. */
  private static final double ADDED_UP = 1e-9;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "squarederror",
        "logistic",
        "poisson",
        "gamma",
        "tweedie",
        "rank",
        "binary",
        "softprob",
        "softprob2",
        "softmax",
        "dart",
        "forest",
        "categories",
        "onehot"
      })
  void predictsAsXgboostDid(String name) {
    ForeignFixture fixture = ForeignFixture.of("xgboost_" + name, ".json");
    check(XGBoostModel.read(fixture.file()), fixture, XGBOOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"softprob", "dart", "categories"})
  void readsBinaryFilesAsText(String name) {
    ForeignFixture fixture = ForeignFixture.of("xgboost_" + name, ".ubj");
    check(XGBoostModel.read(fixture.file()), fixture, XGBOOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"squarederror", "binary", "softprob", "dart", "categories"})
  void predictsAsNewerXgboostDid(String name) {
    for (String extension : List.of(".json", ".ubj")) {
      for (String version : List.of("xgboost2_", "xgboost3_")) {
        ForeignFixture fixture = ForeignFixture.of(version + name, extension);
        check(XGBoostModel.read(fixture.file()), fixture, XGBOOST);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regression",
        "whole",
        "l1",
        "poisson",
        "gamma",
        "tweedie",
        "crossentropy",
        "binary",
        "multiclass",
        "multiclass2",
        "dart",
        "forest",
        "categories",
        "onehot"
      })
  void predictsAsLightGbmDid(String name) {
    ForeignFixture fixture = ForeignFixture.of("lightgbm_" + name, ".txt");
    check(LightGbmModel.read(fixture.file()), fixture, LIGHTGBM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ova", "ova2"})
  void classesAgainstTheRestAddUpToOne(String name) {
    ForeignFixture fixture = ForeignFixture.of("lightgbm_" + name, ".txt");
    Matrix each = fixture.expected();
    Matrix shares = Matrix.zeros(each.rows(), each.cols());
    for (int i = 0; i < each.rows(); i++) {
      double sum = each.row(i).sum();
      for (int k = 0; k < each.cols(); k++) {
        shares.set(i, k, each.get(i, k) / sum);
      }
    }
    var expected = new ForeignFixture(fixture.file(), fixture.rows(), shares);
    check(LightGbmModel.read(fixture.file()), expected, LIGHTGBM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xgboost_squarederror.json",
        "xgboost_categories.ubj",
        "xgboost3_squarederror.ubj",
        "lightgbm_regression.txt",
        "lightgbm_categories.txt",
        "lightgbm_l1.txt"
      })
  void contributionsToReadModelsAddUp(String file) throws IOException {
    int dot = file.indexOf('.');
    ForeignFixture fixture = ForeignFixture.of(file.substring(0, dot), file.substring(dot));
    Model model =
        file.startsWith("xgboost")
            ? XGBoostModel.read(fixture.file())
            : LightGbmModel.read(fixture.file());
    var regression = (RegressionBoosting) model;
    Matrix background = fixture.rows().rows(new int[] {0, 3, 5, 8});
    for (TreeShap shap : List.of(TreeShap.of(regression), TreeShap.of(regression, background))) {
      for (double[] row : fixture.rows().toArray()) {
        assertThat(shap.explain(row).output()).isCloseTo(regression.predict(row), within(ADDED_UP));
      }
    }
  }

  /** {@code Booster.predict(pred_contribs=True)}, the expected value last, xgboost 1.7.4. */
  @Test
  void contributionsAreThoseOfXgboost() {
    var fixture = ForeignFixture.of("xgboost_squarederror", ".json");
    TreeShap shap = TreeShap.of((RegressionBoosting) XGBoostModel.read(fixture.file()));
    double[][] expected = {
      {4.8506642e-3, -3.0477007e-4, 0, -2.9490370e-1, -7.4895024e-3},
      {-4.0059842e-2, -9.7357109e-4, 0, 8.6038995e-1, -7.4895024e-3}
    };
    for (int i = 0; i < expected.length; i++) {
      var explanation = shap.explain(fixture.rows().row(i).toArray());
      assertThat(explanation.contributions())
          .containsExactly(Arrays.copyOf(expected[i], 4), within(XGBOOST));
      assertThat(explanation.expected()).isCloseTo(expected[i][4], within(XGBOOST));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"regression", "binary", "multiclass", "categories"})
  void importancesAreThoseThatLightGbmWrote(String name) throws IOException {
    Path file = ForeignFixture.file("lightgbm_" + name + ".txt");
    var model = (BoostedTrees) LightGbmModel.read(file);
    double[] splits = new double[model.schema().width()];
    boolean inside = false;
    for (String line : Files.readAllLines(file)) {
      inside = line.startsWith("feature_importances") || inside && !line.isBlank();
      int equals = line.indexOf('=');
      if (inside && equals > 0) {
        int j = model.schema().names().indexOf(line.substring(0, equals));
        splits[j] = Integer.parseInt(line.substring(equals + 1));
      }
    }
    double sum = Arrays.stream(splits).sum();
    assertThat(sum).isPositive();
    double[] shares = Arrays.stream(splits).map(count -> count / sum).toArray();
    assertThat(model.importances(Importance.SPLIT)).containsExactly(shares, within(ADDED_UP));
  }

  /** Shares of {@code Booster.get_score} of total_gain, weight and total_cover, xgboost 1.7.4. */
  @Test
  void importancesAreThoseOfXgboost() {
    var model = (BoostedTrees) XGBoostModel.read(ForeignFixture.file("xgboost_softprob.json"));
    assertThat(model.importances(Importance.GAIN))
        .containsExactly(
            new double[] {0.47077944, 0.02249443, 0.01173897, 0.49498717}, within(XGBOOST));
    assertThat(model.importances(Importance.SPLIT))
        .containsExactly(
            new double[] {0.47560976, 0.10975610, 0.04878049, 0.36585366}, within(XGBOOST));
    assertThat(model.importances(Importance.COVER))
        .containsExactly(
            new double[] {0.47648820, 0.03893123, 0.00926502, 0.47531555}, within(XGBOOST));
  }

  private void check(Model model, ForeignFixture fixture, double tolerance) {
    int outputs = fixture.expected().cols();
    Path saved = folder.resolve("model.cairn");
    ModelFile.save(model, saved);
    Model loaded = ModelFile.load(saved, Model.class);
    assertThat(loaded.schema()).isEqualTo(model.schema());
    Matrix all = ForeignFixture.predictAll(model, fixture.rows(), outputs);
    double[] row = new double[fixture.rows().cols()];
    for (int i = 0; i < fixture.rows().rows(); i++) {
      fixture.rows().rowInto(i, row);
      double[] predicted = ForeignFixture.predict(model, row, outputs);
      assertThat(ForeignFixture.predict(loaded, row, outputs)).isEqualTo(predicted);
      for (int k = 0; k < outputs; k++) {
        double expected = fixture.expected().get(i, k);
        assertThat(predicted[k])
            .as("row %d, output %d", i, k)
            .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
        assertThat(all.get(i, k)).isEqualTo(predicted[k]);
      }
    }
  }

  @Property
  void thresholdSendsLeftWhatFloatRoundingSendsLeft(
      @ForAll int bits, @ForAll double any, @ForAll byte steps) {
    float threshold = Float.intBitsToFloat(bits);
    if (Float.isNaN(threshold) || threshold == Float.NEGATIVE_INFINITY) {
      return;
    }
    double largest = XGBoostTree.largestBelow(threshold);
    double near = threshold;
    double border = largest;
    for (int i = 0; i < Math.abs(steps); i++) {
      near = steps < 0 ? Math.nextDown(near) : Math.nextUp(near);
      border = steps < 0 ? Math.nextDown(border) : Math.nextUp(border);
    }
    for (double value : new double[] {any, near, border, (float) any, largest}) {
      if (Double.isFinite(value)) {
        assertThat(value <= largest).isEqualTo((float) value < threshold);
      }
    }
  }

  @Test
  void zerosTakenForMissingAreRefusedOnlyWhereTheyWouldGoAnotherWay() throws IOException {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> LightGbmModel.read(ForeignFixture.file("lightgbm_zeros.txt")))
        .withMessageContaining("lightgbm_zeros.txt")
        .withMessageContaining("zero_as_missing=false");

    StringBuilder text = new StringBuilder();
    String[] thresholds = {};
    for (String line : Files.readAllLines(ForeignFixture.file("lightgbm_whole.txt"))) {
      String changed = line;
      if (line.startsWith("threshold=")) {
        thresholds = line.substring(10).split(" ");
      } else if (line.startsWith("decision_type=")) {
        changed = "decision_type=";
        for (String threshold : thresholds) {
          changed += Double.parseDouble(threshold) < 0 ? "4 " : "6 ";
        }
      }
      text.append(changed).append('\n');
    }
    ForeignFixture whole = ForeignFixture.of("lightgbm_whole", ".txt");
    Path file = Files.writeString(folder.resolve("zeros.txt"), text);
    check(LightGbmModel.read(file), whole, LIGHTGBM);
  }

  @Test
  void classesTakeTheNamesGiven() {
    Path xgboost = ForeignFixture.file("xgboost_binary.json");
    Path lightgbm = ForeignFixture.file("lightgbm_multiclass.txt");
    assertThat(XGBoostModel.readClassifier(xgboost).classes()).containsExactly("0", "1");
    assertThat(XGBoostModel.readClassifier(xgboost, "no", "yes").classes())
        .containsExactly("no", "yes");
    assertThat(LightGbmModel.readClassifier(lightgbm, "a", "b", "c").classes())
        .containsExactly("a", "b", "c");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LightGbmModel.readClassifier(lightgbm, "a", "b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XGBoostModel.readClassifier(xgboost, "a", "a"));
  }

  @Test
  void categoriesAreInTheSchema() {
    var schema = XGBoostModel.read(ForeignFixture.file("xgboost_categories.json")).schema();
    assertThat(schema.names()).containsExactly("x0", "x1", "x2", "x3");
    assertThat(schema.get(0).isCategory()).isFalse();
    assertThat(schema.get(1).levels()).hasSizeBetween(2, 9).startsWith("0", "1");
    schema = LightGbmModel.read(ForeignFixture.file("lightgbm_categories.txt")).schema();
    assertThat(schema.get(2).levels()).hasSize(90);
    assertThat(schema.get(3).isCategory()).isFalse();
  }

  @Test
  void aModelOfTheOtherKindNamesTheMethodForIt() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> XGBoostModel.readRegressor(ForeignFixture.file("xgboost_binary.json")))
        .withMessageContaining("binary:logistic")
        .withMessageContaining("readClassifier");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> LightGbmModel.readClassifier(ForeignFixture.file("lightgbm_l1.txt")))
        .withMessageContaining("regression_l1")
        .withMessageContaining("readRegressor");
  }

  @Test
  void whatIsNotSupportedIsNamed() throws IOException {
    refused("xgboost_binary.json", "binary:logistic", "survival:aft");
    refused("xgboost_binary.json", "gbtree\"", "gblinear\"");
    refused("lightgbm_regression.txt", "=regression", "=cross_entropy_lambda");
    refused("lightgbm_regression.txt", "=regression", "=regression sqrt");
  }

  private void refused(String name, String from, String to) throws IOException {
    String text = Files.readString(ForeignFixture.file(name));
    assertThat(text).contains(from);
    Path file = Files.writeString(folder.resolve("other"), text.replace(from, to));
    String named = to.replaceAll("[=\"]", "");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(
            () -> {
              if (name.endsWith("json")) {
                XGBoostModel.read(file);
              } else {
                LightGbmModel.read(file);
              }
            })
        .withMessageContaining(named)
        .withMessageContaining("not supported");
  }

  @Test
  void linearTreesAreRefused() throws IOException {
    String text = Files.readString(ForeignFixture.file("lightgbm_regression.txt"));
    Path file = Files.writeString(folder.resolve("l"), text.replace("is_linear=0", "is_linear=1"));
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> LightGbmModel.read(file))
        .withMessageContaining("linear_tree=false");
  }

  @Test
  void theNewerFormOfTheBaseScoreIsRead() throws IOException {
    ForeignFixture fixture = ForeignFixture.of("xgboost_binary", ".json");
    String text = Files.readString(fixture.file());
    assertThat(text).contains("\"base_score\":\"3E-1\"");
    Path file =
        Files.writeString(
            folder.resolve("new.json"),
            text.replace("\"base_score\":\"3E-1\"", "\"base_score\":\"[3E-1]\""));
    check(XGBoostModel.read(file), fixture, XGBOOST);
  }

  @Test
  void anAbsentFileIsNoMatterOfFormat() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> XGBoostModel.read(folder.resolve("none.json")))
        .withMessageContaining("none.json");
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> LightGbmModel.read(folder));
  }
}
