package org.cairnml.benchmarks.trees;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/** XGBoost4J, {@code hist}; its bins are made while it trains, so they have no time of their own. */
public final class XgboostTrees implements TreeLibrary {

  @Override
  public String name() {
    return "xgboost4j";
  }

  @Override
  public boolean offers(Work work) {
    return work.boosts();
  }

  @Override
  public Fitted fit(Job job, Dataset train) {
    try {
      int classes = train.labels().classes().size();
      float[] values = floats(train.x().data());
      DMatrix matrix = new DMatrix(values, train.rows(), train.cols(), Float.NaN);
      matrix.setLabel(TreeLibrary.floatCodes(train));
      Booster booster =
          XGBoost.train(matrix, parameters(job, classes), job.trees(), Map.of(), null, null);
      matrix.dispose();
      return new Model(booster, classes);
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  /** XGBoost has no least rows of a leaf: there its own least Hessian, 1, stays. */
  private static Map<String, Object> parameters(Job job, int classes) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("tree_method", "hist");
    parameters.put("eta", Work.LEARNING_RATE);
    parameters.put("max_bin", Work.BINS);
    parameters.put("lambda", job.work().l2());
    parameters.put("nthread", job.threads());
    if (job.work() == Work.DEPTH) {
      parameters.put("max_depth", Work.BOOSTED_DEPTH);
    } else {
      parameters.put("grow_policy", "lossguide");
      parameters.put("max_depth", 0);
      parameters.put("max_leaves", Work.BOOSTED_LEAVES);
    }
    if (classes > 2) {
      parameters.put("objective", "multi:softprob");
      parameters.put("num_class", classes);
    } else {
      parameters.put("objective", "binary:logistic");
    }
    return parameters;
  }

  private static float[] floats(double[] x) {
    float[] values = new float[x.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) x[k];
    }
    return values;
  }

  private record Model(Booster booster, int classes) implements Fitted {

    @Override
    public Batch batch(Matrix rows) {
      float[] values = floats(rows.data());
      return () -> probabilities(values, rows.rows());
    }

    private double[] probabilities(float[] values, int n) {
      float[][] raw = predict(values, n);
      double[] out = new double[n * classes];
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < classes; c++) {
          out[i * classes + c] = classes > 2 ? raw[i][c] : c == 1 ? raw[i][0] : 1 - raw[i][0];
        }
      }
      return out;
    }

    private float[][] predict(float[] values, int n) {
      try {
        return booster.inplace_predict(values, n, values.length / n, Float.NaN);
      } catch (XGBoostError e) {
        throw new IllegalStateException(e);
      }
    }

    /** One thread, since more of them only make a single row slower. */
    @Override
    public Map<String, RowCall> rowCalls() {
      try {
        booster.setParam("nthread", 1);
      } catch (XGBoostError e) {
        throw new IllegalStateException(e);
      }
      return Map.of("row", row -> predict(floats(row), 1)[0][0]);
    }

    @Override
    public void close() {
      booster.dispose();
    }
  }
}
