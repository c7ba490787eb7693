package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Labels TRUTH = Labels.of("no", "yes", "no", "yes");
  private static final Labels PREDICTED = Labels.of("no", "yes", "yes", "yes");
  private static final Matrix PROBABILITIES = Matrix.of(4, 2, 1, 0, .5, .5, .25, .75, 0, 1);

  @Test
  void printsScoresMetricsAndCounts() {
    assertThat(ClassificationReport.of(TRUTH, PREDICTED, PROBABILITIES))
        .hasToString(
            """
            class               precision  recall      f1  rows
            no                     1.0000  0.5000  0.6667     2
            yes                    0.6667  1.0000  0.8000     2
            (macro average)        0.8333  0.7500  0.7333     4
            (weighted average)     0.8333  0.7500  0.7333     4

            accuracy  0.7500
            ROC AUC   0.7500
            log loss  0.5199

            true \\ predicted  no  yes
            no                 1    1
            yes                0    2
            """);
  }

  @Test
  void metricsKeepTheirOrderInJson() {
    ClassificationReport report =
        ClassificationReport.of(
            Labels.of("a", "b"), Labels.of("a", "b"), Matrix.of(2, 2, .5, .5, .5, .5));
    assertThat(report.metrics())
        .containsExactly(
            entry("accuracy", 1.0),
            entry("f1_macro", 1.0),
            entry("roc_auc", 0.5),
            entry("log_loss", Math.log(2)));
    assertThat(report.toJson())
        .isEqualTo(
            "{\"accuracy\":1.0,\"f1_macro\":1.0,\"roc_auc\":0.5,\"log_loss\":0.6931471805599453}");
    assertThat(RegressionReport.of(new double[] {1, 2, 3}, new double[] {1, 2, 6}).toJson())
        .isEqualTo("{\"rmse\":1.7320508075688772,\"mae\":1.0,\"r2\":-3.5}");
  }

  @Test
  void undefinedIsAWordInPrintAndNullInJson() {
    List<String> classes = List.of("no", "yes");
    Labels truth = Labels.of(List.of("no", "no"), classes);
    Matrix certain = Matrix.of(2, 2, 1, 0, 1, 0);
    ClassificationReport report = ClassificationReport.of(truth, truth, certain);
    assertThat(report.toString())
        .contains("ROC AUC   undefined")
        .containsPattern("yes +undefined +undefined +undefined +0")
        .doesNotContain("NaN");
    assertThat(report.toJson()).contains("\"roc_auc\":null");
    assertThat(ClassificationReport.of(truth, truth).toJson())
        .contains("\"roc_auc\":null,\"log_loss\":null");
    RegressionReport constant = RegressionReport.of(new double[] {2, 2}, new double[] {1, 2});
    assertThat(constant.toJson()).contains("\"r2\":null");
    assertThat(constant.toString())
        .isEqualTo(
            """
            rows          2
            RMSE   0.707107
            MAE    0.500000
            R2    undefined
            """);
  }

  @Test
  void weightsCountAsRepetitions() {
    double[] weights = {3, 1, 0, 2};
    int[] repeated = {0, 0, 0, 1, 3, 3};
    ClassificationReport weighted =
        ClassificationReport.of(TRUTH, PREDICTED, PROBABILITIES, weights);
    assertThat(weighted)
        .hasToString(
            ClassificationReport.of(
                    TRUTH.rows(repeated), PREDICTED.rows(repeated), PROBABILITIES.rows(repeated))
                .toString());
  }

  @Test
  void aTrueClassThatTheModelDoesNotKnowIsAnError() {
    assertThatThrownBy(
            () ->
                ClassificationReport.of(
                    Labels.of("no", "yes", "no", "maybe"), PREDICTED, PROBABILITIES))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 3 has the label 'maybe', expected one of [no, yes]");
  }

  @Test
  void printingDoesNotDependOnTheLocale() {
    java.util.Locale before = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.GERMANY);
      assertThat(ClassificationReport.of(TRUTH, PREDICTED).toString()).contains("0.7500");
    } finally {
      java.util.Locale.setDefault(before);
    }
  }
}
