package org.cairnml.benchmarks;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.cairnml.core.Dataset;

/** XGBoost4J, {@code hist} to depth 6; its defaults otherwise. */
record XgboostBoosting() implements BoostingSystem {

  @Override
  public String name() {
    return "xgboost4j depth 6";
  }

  @Override
  public Fitted fit(Dataset train, int threads) {
    try {
      int classes = train.labels().classes().size();
      DMatrix matrix = matrix(train);
      float[] labels = new float[train.rows()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = train.labels().code(i);
      }
      matrix.setLabel(labels);
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("tree_method", "hist");
      parameters.put("max_depth", 6);
      parameters.put("eta", 0.1);
      parameters.put("max_bin", 255);
      parameters.put("nthread", threads);
      parameters.put("objective", classes > 2 ? "multi:softprob" : "binary:logistic");
      if (classes > 2) {
        parameters.put("num_class", classes);
      }
      Booster booster = XGBoost.train(matrix, parameters, ROUNDS, Map.of(), null, null);
      matrix.dispose();
      return new Model(booster, classes);
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  private static DMatrix matrix(Dataset data) throws XGBoostError {
    double[] x = data.x().data();
    float[] values = new float[data.rows() * data.cols()];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) x[k];
    }
    return new DMatrix(values, data.rows(), data.cols(), Float.NaN);
  }

  private record Model(Booster booster, int classes) implements Fitted {

    @Override
    public Batch batch(Dataset rows) {
      float[] values = new float[rows.rows() * rows.cols()];
      for (int k = 0; k < values.length; k++) {
        values[k] = (float) rows.x().data()[k];
      }
      return () -> probabilities(values, rows.rows());
    }

    private double[] probabilities(float[] values, int n) {
      try {
        float[][] raw = booster.inplace_predict(values, n, values.length / n, Float.NaN);
        double[] out = new double[n * classes];
        for (int i = 0; i < n; i++) {
          for (int c = 0; c < classes; c++) {
            out[i * classes + c] =
                classes > 2 ? raw[i][c] : c == 1 ? raw[i][0] : 1 - raw[i][0];
          }
        }
        return out;
      } catch (XGBoostError e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public double one(Dataset rows, int i) {
      return Double.NaN;
    }

    @Override
    public void close() {
      booster.dispose();
    }
  }
}
