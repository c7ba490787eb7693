package org.cairnml.testkit.learner;

import java.util.Arrays;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Classifier;
import org.cairnml.core.ClusterModel;
import org.cairnml.core.Clusterer;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.InductiveClusterModel;
import org.cairnml.core.Learner;
import org.cairnml.core.Model;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.Ranker;
import org.cairnml.core.RankingModel;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.core.TransformModel;
import org.cairnml.core.Transformer;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/** The kinds of learners, so that one suite can speak of all: what a model says of a row. */
enum Kind {
  REGRESSOR {
    @Override
    Model fit(Learner learner, Dataset data, FitOptions options) {
      return ((Regressor<?>) learner).fit(data, options);
    }

    @Override
    double[] output(Model model, double[] row) {
      return new double[] {((RegressionModel) model).predict(row)};
    }

    @Override
    double[][] outputs(Model model, Matrix x) {
      double[] all = ((RegressionModel) model).predict(x).toArray();
      return Arrays.stream(all).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
    }
  },

  RANKER {
    private static final double MOST = 4;

    /** Relevance cannot be negative, so finite targets become grades of 0 to 4. */
    @Override
    Model fit(Learner learner, Dataset data, FitOptions options) {
      double[] grades =
          Arrays.stream(data.target())
              .map(y -> Double.isFinite(y) ? Math.min(MOST, Math.abs(Math.rint(y))) : y)
              .toArray();
      return ((Ranker<?>) learner).fit(data.withTarget(grades), options);
    }

    @Override
    double[] output(Model model, double[] row) {
      return new double[] {((RankingModel) model).score(row)};
    }

    @Override
    double[][] outputs(Model model, Matrix x) {
      double[] all = ((RankingModel) model).scores(x).toArray();
      return Arrays.stream(all).mapToObj(s -> new double[] {s}).toArray(double[][]::new);
    }
  },

  CLASSIFIER {
    @Override
    Model fit(Learner learner, Dataset data, FitOptions options) {
      return ((Classifier<?>) learner).fit(data, options);
    }

    @Override
    double[] output(Model model, double[] row) {
      int code = ((ClassificationModel) model).predictCode(row);
      return model instanceof ProbabilityModel soft
          ? withCode(code, soft.probabilities(row))
          : new double[] {code};
    }

    @Override
    double[][] outputs(Model model, Matrix x) {
      Labels codes = ((ClassificationModel) model).predict(x);
      double[][] p =
          model instanceof ProbabilityModel soft
              ? soft.probabilities(x).toArray()
              : new double[x.rows()][0];
      double[][] all = new double[x.rows()][];
      for (int i = 0; i < all.length; i++) {
        all[i] = withCode(codes.code(i), p[i]);
      }
      return all;
    }

    private static double[] withCode(int code, double[] p) {
      double[] out = new double[p.length + 1];
      out[0] = code;
      System.arraycopy(p, 0, out, 1, p.length);
      return out;
    }
  },

  CLUSTERER {
    @Override
    Model fit(Learner learner, Dataset data, FitOptions options) {
      return ((Clusterer<?>) learner).fit(data, options);
    }

    @Override
    double[] output(Model model, double[] row) {
      return new double[] {((InductiveClusterModel) model).predict(row)};
    }

    @Override
    double[][] outputs(Model model, Matrix x) {
      int[] clusters = ((InductiveClusterModel) model).predict(x);
      return Arrays.stream(clusters).mapToObj(c -> new double[] {c}).toArray(double[][]::new);
    }
  },

  TRANSFORMER {
    @Override
    Model fit(Learner learner, Dataset data, FitOptions options) {
      return ((Transformer<?>) learner).fit(data, options);
    }

    @Override
    double[] output(Model model, double[] row) {
      return ((TransformModel) model).transform(row);
    }

    @Override
    double[][] outputs(Model model, Matrix x) {
      return ((TransformModel) model).transform(x).toArray();
    }
  };

  /** Fits a learner of this kind. */
  abstract Model fit(Learner learner, Dataset data, FitOptions options);

  /**
   * All that the model says of a row, as numbers: for a classifier its code, then probabilities.
   */
  abstract double[] output(Model model, double[] row);

  /** The same for all rows, through the methods that take a matrix. */
  abstract double[][] outputs(Model model, Matrix x);

  /** Whether the model can speak of rows that it was not fitted on. */
  static boolean predictsNewRows(Model model) {
    return !(model instanceof ClusterModel) || model instanceof InductiveClusterModel;
  }

  static Kind of(Learner learner) {
    if (learner instanceof Regressor) {
      return REGRESSOR;
    }
    if (learner instanceof Ranker) {
      return RANKER;
    }
    if (learner instanceof Classifier) {
      return CLASSIFIER;
    }
    if (learner instanceof Clusterer) {
      return CLUSTERER;
    }
    if (learner instanceof Transformer) {
      return TRANSFORMER;
    }
    throw new IllegalArgumentException(
        "no suite knows this kind of learner yet: " + learner.getClass().getName());
  }
}
