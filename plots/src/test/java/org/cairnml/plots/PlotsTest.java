package org.cairnml.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.BinaryScores;
import org.cairnml.metrics.CalibrationCurve;
import org.cairnml.metrics.ConfusionMatrix;
import org.cairnml.metrics.ConfusionMatrix.Normalization;
import org.cairnml.metrics.DetCurve;
import org.cairnml.metrics.GainCurve;
import org.cairnml.metrics.PrecisionRecallCurve;
import org.cairnml.metrics.RocCurve;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every picture is a PNG and an SVG that say what they show. */
class PlotsTest {

  private static final int N = 400;

  @TempDir private Path folder;

  static Map<String, Plot> pictures() {
    var random = Seed.of(3).generator();
    String[] truth = new String[N];
    String[] guess = new String[N];
    double[] sharp = new double[N];
    double[] blunt = new double[N];
    double[] x = new double[2 * N];
    for (int i = 0; i < N; i++) {
      boolean yes = random.nextDouble() < 0.4;
      truth[i] = yes ? "yes" : "no";
      guess[i] = random.nextDouble() < 0.8 ? truth[i] : "no";
      sharp[i] = 1 / (1 + Math.exp(-(yes ? 1.2 : -1.2) - random.nextGaussian()));
      blunt[i] = 1 / (1 + Math.exp(-(yes ? 0.4 : -0.4) - random.nextGaussian()));
      x[2 * i] = (yes ? 2 : 0) + random.nextGaussian();
      x[2 * i + 1] = random.nextGaussian();
    }
    Labels labels = Labels.of(truth);
    BinaryScores first = BinaryScores.of(labels, sharp);
    BinaryScores second = BinaryScores.of(labels, blunt);
    double[] number = Arrays.stream(sharp).map(v -> 10 * v).toArray();
    double[] predicted = Arrays.stream(blunt).map(v -> 10 * v).toArray();
    Map<String, Plot> all = new LinkedHashMap<>();
    all.put("roc", CurvePlots.roc(two(RocCurve.of(first), RocCurve.of(second))));
    all.put(
        "precision-recall",
        CurvePlots.precisionRecall(
            two(PrecisionRecallCurve.of(first), PrecisionRecallCurve.of(second))));
    all.put("det", CurvePlots.det(two(DetCurve.of(first), DetCurve.of(second))));
    all.put("gain", CurvePlots.gain(two(GainCurve.of(first), GainCurve.of(second))));
    all.put("lift", CurvePlots.lift(two(GainCurve.of(first), GainCurve.of(second))));
    all.put(
        "calibration",
        CurvePlots.calibration(two(calibration(labels, sharp), calibration(labels, blunt))));
    ConfusionMatrix confusion = ConfusionMatrix.of(labels, Labels.of(guess));
    all.put("confusion", ConfusionPlot.counts(confusion));
    all.put("confusion-shares", ConfusionPlot.shares(confusion, Normalization.TRUTH));
    all.put("predictions", RegressionPlots.predictions(number, predicted));
    all.put("residuals", RegressionPlots.residuals(number, predicted));
    all.put(
        "scatter",
        Points.scatter(Matrix.wrap(x, N, 2), labels, "Customers", "component 1", "component 2"));
    all.put(
        "learning",
        ScorePlots.curve(
            "Learning curve",
            "training rows",
            "accuracy",
            List.of(
                new ScorePlots.Series(
                    "training",
                    List.of(100.0, 200.0, 400.0),
                    List.of(0.99, 0.97, 0.96),
                    List.of(0.004, 0.004, 0.003)),
                new ScorePlots.Series(
                    "validation",
                    List.of(100.0, 200.0, 400.0),
                    List.of(0.81, 0.86, 0.89),
                    List.of(0.03, 0.02, 0.015)))));
    Map<String, Double> importances = new LinkedHashMap<>();
    importances.put("contract=Two year", 0.41);
    importances.put("tenure", 0.27);
    importances.put("monthly charges", 0.18);
    importances.put("payment=Electronic check", 0.09);
    importances.put("gender", 0.01);
    all.put("importances", ScorePlots.bars("Importance of features", "share of gain", importances));
    return all;
  }

  private static <C> Map<String, C> two(C first, C second) {
    Map<String, C> curves = new LinkedHashMap<>();
    curves.put("boosting", first);
    curves.put("dummy", second);
    return curves;
  }

  private static CalibrationCurve calibration(Labels truth, double[] scores) {
    return CalibrationCurve.of(truth, scores, 10, CalibrationCurve.Binning.UNIFORM);
  }

  @TestFactory
  Stream<DynamicTest> everyPictureIsWrittenInBothFormats() {
    return pictures().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(e.getKey(), () -> assertWritten(e.getKey(), e.getValue())));
  }

  private void assertWritten(String name, Plot plot) throws Exception {
    Path png = folder.resolve(name + ".png");
    Path svg = folder.resolve(name + ".svg");
    plot.save(png);
    plot.save(svg);
    var image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isGreaterThanOrEqualTo(2 * Theme.WIDTH);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(3);
    String text = Files.readString(svg);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(text).contains(plot.title());
    assertThat(plot.toPng()).isEqualTo(Files.readAllBytes(png));
  }

  @Test
  void legendsNameTheCurvesWithTheirSummary() {
    String text = pictures().get("roc").toSvg();
    assertThat(text).contains("boosting (AUC 0.").contains("dummy (AUC 0.").contains("chance");
  }

  @Test
  void nothingIsLeftWhereAPictureCannotBeWritten() throws IOException {
    Plot plot = pictures().get("confusion");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plot.save(folder.resolve("picture.gif")))
        .withMessageContaining(".png or .svg");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void badInputIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurvePlots.roc(Map.of()))
        .withMessageContaining("at least one curve");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegressionPlots.residuals(new double[] {1, 2}, new double[] {1}))
        .withMessageContaining("truth has 2 rows and predicted has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RegressionPlots.predictions(new double[] {1, 2}, new double[] {1, Double.NaN}))
        .withMessageContaining("row 1")
        .withMessageContaining("predicted is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScorePlots.bars("Importance", "gain", Map.of()))
        .withMessageContaining("at least one bar");
  }
}
