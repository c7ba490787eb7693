package org.cairnml.benchmarks.trees;

import com.microsoft.ml.lightgbm.PredictionType;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cairnml.core.Dataset;
import org.cairnml.linalg.Matrix;

/** lightgbm4j. */
public final class LightgbmTrees implements TreeLibrary {

  @Override
  public String name() {
    return "lightgbm4j";
  }

  @Override
  public boolean offers(Work work) {
    return work.boosts();
  }

  @Override
  public Fitted fit(Job job, Dataset train) {
    try {
      String parameters = parameters(job, train);
      LGBMDataset set = dataset(parameters, train);
      LGBMBooster booster = LGBMBooster.create(set, parameters);
      for (int r = 0; r < job.trees(); r++) {
        booster.updateOneIter();
      }
      return new Model(booster, set, train.labels().classes().size(), train.cols(), job.threads());
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean bin(Job job, Dataset train) {
    try {
      dataset(parameters(job, train), train).close();
      return true;
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String parameters(Job job, Dataset train) {
    int classes = train.labels().classes().size();
    String growth =
        job.work() == Work.DEPTH
            ? "max_depth=6 num_leaves=64 min_data_in_leaf=1 min_sum_hessian_in_leaf=1"
            : "num_leaves=31 min_data_in_leaf=20";
    return String.join(
        " ",
        "verbosity=-1 learning_rate=0.1 max_bin=255",
        growth,
        "lambda_l2=" + job.work().l2(),
        "num_threads=" + job.threads(),
        classes > 2 ? "objective=multiclass num_class=" + classes : "objective=binary");
  }

  private static LGBMDataset dataset(String parameters, Dataset train) throws LGBMException {
    LGBMDataset set =
        LGBMDataset.createFromMat(
            train.x().data(), train.rows(), train.cols(), true, parameters, null);
    set.setField("label", TreeLibrary.floatCodes(train));
    return set;
  }

  private record Model(
      LGBMBooster booster, LGBMDataset set, int classes, int columns, int threads)
      implements Fitted {

    private int outputs() {
      return classes > 2 ? classes : 1;
    }

    /** The native call, since the library's own leaves room for two classes only. */
    @Override
    public Batch batch(Matrix rows) {
      double[] values = rows.data();
      SWIGTYPE_p_double in = lightgbmlib.new_doubleArray(values.length);
      for (int k = 0; k < values.length; k++) {
        lightgbmlib.doubleArray_setitem(in, k, values[k]);
      }
      return () -> probabilities(in, rows.rows());
    }

    private double[] probabilities(SWIGTYPE_p_double in, int n) {
      SWIGTYPE_p_double result = lightgbmlib.new_doubleArray((long) n * outputs());
      SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
      check(
          lightgbmlib.LGBM_BoosterPredictForMat(
              handle(),
              lightgbmlib.double_to_voidp_ptr(in),
              lightgbmlibConstants.C_API_DTYPE_FLOAT64,
              n,
              columns,
              1,
              lightgbmlibConstants.C_API_PREDICT_NORMAL,
              0,
              -1,
              "num_threads=" + threads,
              length,
              result));
      double[] out = new double[n * classes];
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < outputs(); c++) {
          double p = lightgbmlib.doubleArray_getitem(result, (long) i * outputs() + c);
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

    /**
     * The library's own call, not for more than two classes (its buffer is too small, the heap
     * breaks), and the native fast one, prepared once and reading the Java array in place.
     */
    @Override
    public Map<String, RowCall> rowCalls() {
      Map<String, RowCall> calls = new LinkedHashMap<>();
      if (classes == 2) {
        calls.put("row", this::one);
      }
      calls.put("row-fast", fast());
      return calls;
    }

    private double one(double[] row) {
      try {
        return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Its few native bytes are left to the end of the process. */
    private RowCall fast() {
      SWIGTYPE_p_p_void config = lightgbmlib.new_voidpp();
      check(
          lightgbmlib.LGBM_BoosterPredictForMatSingleRowFastInit(
              handle(),
              lightgbmlibConstants.C_API_PREDICT_NORMAL,
              0,
              -1,
              lightgbmlibConstants.C_API_DTYPE_FLOAT64,
              columns,
              "num_threads=1",
              config));
      SWIGTYPE_p_void ready = lightgbmlib.voidpp_value(config);
      SWIGTYPE_p_double result = lightgbmlib.new_doubleArray(outputs());
      SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
      return row -> {
        check(
            lightgbmlib.LGBM_BoosterPredictForMatSingleRowFastCriticalSWIG(
                row, ready, length, result));
        return lightgbmlib.doubleArray_getitem(result, 0);
      };
    }

    private static void check(int code) {
      if (code != 0) {
        throw new IllegalStateException(lightgbmlib.LGBM_GetLastError());
      }
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
