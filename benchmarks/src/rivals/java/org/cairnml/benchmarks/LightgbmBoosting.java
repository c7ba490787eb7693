package org.cairnml.benchmarks;

import com.microsoft.ml.lightgbm.PredictionType;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.lang.reflect.Field;
import org.cairnml.core.Dataset;

/** lightgbm4j, 31 leaves; its defaults otherwise. */
record LightgbmBoosting() implements BoostingSystem {

  @Override
  public String name() {
    return "lightgbm4j 31 leaves";
  }

  @Override
  public Fitted fit(Dataset train, int threads) {
    try {
      int classes = train.labels().classes().size();
      String parameters =
          "verbosity=-1 num_leaves=31 learning_rate=0.1 max_bin=255 num_threads=%d objective=%s"
              .formatted(threads, classes > 2 ? "multiclass num_class=" + classes : "binary");
      LGBMDataset set =
          LGBMDataset.createFromMat(
              train.x().data(), train.rows(), train.cols(), true, parameters, null);
      float[] labels = new float[train.rows()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = train.labels().code(i);
      }
      set.setField("label", labels);
      LGBMBooster booster = LGBMBooster.create(set, parameters);
      for (int r = 0; r < ROUNDS; r++) {
        booster.updateOneIter();
      }
      return new Model(booster, set, classes, threads, new double[train.cols()]);
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Model(
      LGBMBooster booster, LGBMDataset set, int classes, int threads, double[] row)
      implements Fitted {

    /** The native call, since the library's own leaves room for two classes only. */
    @Override
    public Batch batch(Dataset rows) {
      int n = rows.rows();
      int d = rows.cols();
      SWIGTYPE_p_double in = lightgbmlib.new_doubleArray((long) n * d);
      for (int k = 0; k < n * d; k++) {
        lightgbmlib.doubleArray_setitem(in, k, rows.x().data()[k]);
      }
      return () -> probabilities(in, n, d);
    }

    private double[] probabilities(SWIGTYPE_p_double in, int n, int d) {
      int outputs = classes > 2 ? classes : 1;
      SWIGTYPE_p_double result = lightgbmlib.new_doubleArray((long) n * outputs);
      var length = lightgbmlib.new_int64_tp();
      lightgbmlib.LGBM_BoosterPredictForMat(
          handle(),
          lightgbmlib.double_to_voidp_ptr(in),
          lightgbmlibConstants.C_API_DTYPE_FLOAT64,
          n,
          d,
          1,
          lightgbmlibConstants.C_API_PREDICT_NORMAL,
          0,
          -1,
          "num_threads=" + threads,
          length,
          result);
      double[] out = new double[n * classes];
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < outputs; c++) {
          double p = lightgbmlib.doubleArray_getitem(result, (long) i * outputs + c);
          if (classes == 2) {
            out[2 * i] = 1 - p;
            out[2 * i + 1] = p;
          } else {
            out[i * classes + c] = p;
          }
        }
      }
      lightgbmlib.delete_doubleArray(result);
      lightgbmlib.delete_int64_tp(length);
      return out;
    }

    private SWIGTYPE_p_void handle() {
      try {
        Field field = LGBMBooster.class.getDeclaredField("handle");
        field.setAccessible(true);
        return lightgbmlib.voidpp_value((SWIGTYPE_p_p_void) field.get(booster));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Not for more than two classes: the library's buffer is too small, the heap breaks. */
    @Override
    public double one(Dataset rows, int i) {
      if (classes > 2) {
        return Double.NaN;
      }
      rows.x().rowInto(i, row);
      try {
        return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      try {
        booster.close();
        set.close();
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
