package org.cairnml.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultiLabelTest {

  static List<ReferenceCase> cases() {
    return ReferenceCase.load("multilabel.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsAgreeWithScikitLearn(ReferenceCase reference) {
    MultiLabelCounts counts =
        MultiLabelCounts.of(
            reference.matrix("labels"),
            reference.matrix("predicted_labels"),
            reference.get("weights"));
    reference.check("hamming", counts.hammingLoss());
    reference.check("subset_accuracy", counts.subsetAccuracy());
    double[] all = new double[4 * counts.labels()];
    for (int c = 0; c < counts.labels(); c++) {
      all[4 * c] = counts.truePositives(c);
      all[4 * c + 1] = counts.falsePositives(c);
      all[4 * c + 2] = counts.falseNegatives(c);
      all[4 * c + 3] = counts.trueNegatives(c);
    }
    reference.check("counts", all);
    for (Average average : Average.values()) {
      String suffix = "_" + average.name().toLowerCase(Locale.ROOT);
      reference.check("precision" + suffix, counts.precision(average));
      reference.check("recall" + suffix, counts.recall(average));
      reference.check("f1" + suffix, counts.f1(average));
      reference.check("f2" + suffix, counts.fBeta(2, average));
      reference.check("jaccard" + suffix, counts.jaccard(average));
    }
    reference.check("precision_samples", counts.precisionOfRows());
    reference.check("recall_samples", counts.recallOfRows());
    reference.check("f1_samples", counts.f1OfRows());
    reference.check("f2_samples", counts.fBetaOfRows(2));
    reference.check("jaccard_samples", counts.jaccardOfRows());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAgreeWithScikitLearn(ReferenceCase reference) {
    Matrix truth = reference.matrix("labels");
    Matrix scores = reference.matrix("label_scores");
    double[] weights = reference.get("weights");
    reference.check("lrap", LabelRanking.averagePrecision(truth, scores, weights));
    reference.check("coverage", LabelRanking.coverageError(truth, scores, weights));
    reference.check("ranking_loss", LabelRanking.loss(truth, scores, weights));
    for (Average average : Average.values()) {
      String suffix = "_" + average.name().toLowerCase(Locale.ROOT);
      if (reference.has("roc_auc" + suffix)) {
        reference.check(
            "roc_auc" + suffix, MultiLabelScores.rocAuc(truth, scores, average, weights));
        reference.check(
            "average_precision" + suffix,
            MultiLabelScores.averagePrecision(truth, scores, average, weights));
      }
    }
  }

  @Test
  void refusesWhatIsNoSetOfLabels() {
    Matrix truth = Matrix.of(2, 2, 0, 1, 1, 0);
    assertThatThrownBy(() -> MultiLabelCounts.of(truth, Matrix.of(2, 2, 0, 1, 0.5, 0)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1, label 0: the prediction is 0.5, expected 0 or 1");
    assertThatThrownBy(() -> MultiLabelCounts.of(truth, Matrix.of(2, 1, 0, 1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the truth has 2 columns, the prediction 1");
    Matrix none = Matrix.zeros(2, 0);
    assertThatThrownBy(() -> MultiLabelCounts.of(none, none)).isInstanceOf(DataException.class);
    assertThat(MultiLabelScores.rocAuc(Matrix.zeros(2, 2), truth, Average.MACRO)).isNaN();
  }
}
