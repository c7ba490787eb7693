package org.cairnml.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Schema;
import org.cairnml.core.ScoreModel;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.SGDClassificationModel;
import org.cairnml.linear.SGDClassifier;
import org.cairnml.selection.Split;
import org.cairnml.tree.DecisionTreeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calibration error falls, on simulated rows whose probabilities are known. */
final class CalibratedClassifierTest {

  private static final DecisionTreeClassifier OVERCONFIDENT =
      new DecisionTreeClassifier().withMinSamplesLeaf(2);

  /** Rows of k classes whose log-odds are linear in two columns. */
  private record Simulation(Matrix x, double[][] truth, int[] codes) {
    static Simulation of(int n, int k, long seed) {
      SplittableRandom random = Seed.of(seed).generator();
      Matrix x = Matrix.zeros(n, 2);
      double[][] truth = new double[n][k];
      int[] codes = new int[n];
      for (int i = 0; i < n; i++) {
        x.set(i, 0, 4 * random.nextDouble() - 2);
        x.set(i, 1, 4 * random.nextDouble() - 2);
        double sum = 0;
        for (int c = 0; c < k; c++) {
          double angle = 2 * Math.PI * c / k;
          truth[i][c] = Math.exp(Math.cos(angle) * x.get(i, 0) + Math.sin(angle) * x.get(i, 1));
          sum += truth[i][c];
        }
        double u = random.nextDouble() * sum;
        for (int c = 0; c < k; c++) {
          truth[i][c] /= sum;
        }
        double below = truth[i][0] * sum;
        while (codes[i] < k - 1 && u >= below) {
          below += truth[i][++codes[i]] * sum;
        }
      }
      return new Simulation(x, truth, codes);
    }

    Dataset data() {
      return Dataset.of(x, Labels.of(codes));
    }

    /** The mean squared distance from the true probabilities. */
    double error(ProbabilityModel model) {
      double sum = 0;
      for (int i = 0; i < truth.length; i++) {
        double[] p = model.probabilities(x.row(i).toArray());
        for (int c = 0; c < p.length; c++) {
          sum += (p[c] - truth[i][c]) * (p[c] - truth[i][c]);
        }
      }
      return sum / truth.length;
    }
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void errorFalls(CalibrationMethod method) {
    for (int k : new int[] {2, 4}) {
      for (long seed = 0; seed < 3; seed++) {
        Dataset train = Simulation.of(1000, k, 2 * seed).data();
        Simulation test = Simulation.of(600, k, 2 * seed + 1);
        var learner = new CalibratedClassifier().withBase(OVERCONFIDENT).withMethod(method);
        assertThat(test.error(learner.fit(train)))
            .as("%s, %d classes, seed %d", method, k, seed)
            .isLessThan(0.5 * test.error(OVERCONFIDENT.fit(train)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void aFittedModelIsCalibrated(CalibrationMethod method) {
    var model = OVERCONFIDENT.fit(Simulation.of(1500, 3, 1).data());
    Simulation test = Simulation.of(1000, 3, 3);
    var calibrated =
        new CalibratedClassifier()
            .withMethod(method)
            .calibrate(model, Simulation.of(1500, 3, 2).data());
    assertThat(test.error(calibrated)).isLessThan(0.8 * test.error(model));
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void scoresBecomeProbabilities(CalibrationMethod method) {
    for (int k : new int[] {2, 4}) {
      Simulation test = Simulation.of(600, k, 2);
      var learner = new CalibratedClassifier().withBase(new SGDClassifier()).withMethod(method);
      var model = learner.fit(Simulation.of(1500, k, 1).data());
      assertThat(test.error(model)).as("%s, %d classes", method, k).isLessThan(0.05);
    }
  }

  @Test
  void largeScoresTellRowsApart() {
    Dataset train = Simulation.of(1000, 2, 1).data();
    var steep = new SGDClassifier().fit(train);
    var model = new CalibratedClassifier().calibrate(new Enlarged(steep), train);
    var plain = new CalibratedClassifier().calibrate(steep, train);
    for (int i = 0; i < train.rows(); i++) {
      double[] row = train.x().row(i).toArray();
      assertThat(model.probabilities(row)).containsExactly(plain.probabilities(row), within(1e-9));
    }
  }

  /** The model with scores a million times as large. */
  private record Enlarged(SGDClassificationModel model) implements ScoreModel {
    @Override
    public void scoresInto(double[] row, double[] out) {
      System.arraycopy(Arrays.stream(model.scores(row)).map(s -> 1e6 * s).toArray(), 0, out, 0, 2);
    }

    @Override
    public int predictCode(double[] row) {
      return model.predictCode(row);
    }

    @Override
    public List<String> classes() {
      return model.classes();
    }

    @Override
    public Schema schema() {
      return model.schema();
    }

    @Override
    public FitSummary summary() {
      return model.summary();
    }
  }

  @Test
  void aLabelThatTheModelDoesNotKnowIsRefused() {
    var model = OVERCONFIDENT.fit(Simulation.of(100, 2, 1).data());
    Dataset other = Simulation.of(100, 3, 2).data();
    assertThatThrownBy(() -> new CalibratedClassifier().calibrate(model, other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'2'");
  }

  @Test
  void aClassOfOneRowIsRefusedByName() {
    Dataset data = Dataset.of(Matrix.zeros(4, 1), Labels.of("a", "a", "rare", "a"));
    assertThatThrownBy(() -> new CalibratedClassifier().fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'rare'");
  }

  @Test
  void rowsOfOneGroupAreNeverOnBothSides() {
    Dataset data = Simulation.of(200, 2, 5).data();
    int[] groups = new int[200];
    for (int i = 0; i < 200; i++) {
      groups[i] = i / 7;
    }
    for (Split split : HeldOut.folds(data.withGroups(groups), 5, Seed.of(3))) {
      var held = Arrays.stream(split.test()).map(i -> groups[i]).boxed().toList();
      assertThat(Arrays.stream(split.train())).noneMatch(i -> held.contains(groups[i]));
    }
  }
}
