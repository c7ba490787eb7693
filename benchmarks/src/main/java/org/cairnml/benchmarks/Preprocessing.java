package org.cairnml.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.FitSummary;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.core.Schema;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.impute.KNNImputer;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.StandardScaler;

/**
 * Times what {@code benchmarks/preprocessing.py} times with scikit-learn: impute, one-hot and scale
 * the census table (fit on the training file, transform both), and fill 10 % holes in the
 * California housing table by its five nearest rows. Arguments: the two census files, the housing
 * file, and how many of its rows to fill; or only the last two, to see with how small a heap the
 * rows can be filled.
 */
public final class Preprocessing {

  private static final int RUNS = 7;
  private static final double HOLES = 0.1;

  private Preprocessing() {}

  /** Prints the milliseconds of each: the first run, the median from a cold start, and warm. */
  public static void main(String[] arguments) {
    int last = arguments.length - 1;
    if (last > 1) {
      encode(Csv.read(Path.of(arguments[0])), Csv.read(Path.of(arguments[1])));
    }
    fill(Path.of(arguments[last - 1]), Integer.parseInt(arguments[last]));
  }

  private static void encode(Table train, Table test) {
    Pipeline pipeline =
        Pipeline.of("age", new Nothing())
            .without("income")
            .with(new SimpleImputer())
            .with(new StandardScaler())
            .with(new OneHotEncoder());
    time(
        "census: impute, one-hot, scale",
        () -> {
          var model = pipeline.fit(train);
          return model.features(train).rows() + model.features(test).rows();
        });
  }

  private static void fill(Path file, int most) {
    Matrix housing = Csv.read(file).drop("MedHouseVal").toMatrix();
    int rows = Math.min(housing.rows(), most);
    Matrix x = new StandardScaler().fit(housing).transform(housing).slice(0, rows, 0, 8).copy();
    var random = Seed.of(1).generator();
    for (int i = 0; i < x.data().length; i++) {
      x.data()[i] = random.nextDouble() < HOLES ? Double.NaN : x.data()[i];
    }
    time("housing: KNN imputer, " + rows + " rows", () -> new KNNImputer().fit(x).transform(x));
  }

  private static void time(String what, Supplier<Object> work) {
    double[] cold = milliseconds(work);
    double[] warm = milliseconds(work);
    System.out.printf(
        Locale.ROOT,
        "%s: first %.0f ms, median of %d %.0f ms, of %d more %.0f ms, best %.0f ms%n",
        what,
        cold[0],
        RUNS,
        median(cold),
        RUNS,
        median(warm),
        Arrays.stream(warm).min().getAsDouble());
  }

  private static double[] milliseconds(Supplier<Object> work) {
    double[] milliseconds = new double[RUNS];
    for (int r = 0; r < RUNS; r++) {
      long start = System.nanoTime();
      work.get();
      milliseconds[r] = (System.nanoTime() - start) / 1e6;
    }
    return milliseconds;
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }

  /** Learns nothing, so that only the steps before it take time. */
  public record Nothing() implements Regressor<RegressionModel>, HandlesSparse {

    @Override
    public RegressionModel fit(Dataset data, FitOptions options) {
      FitSummary summary = options.monitor("nothing", 1).summary(1, true, Double.NaN);
      Schema schema = data.schema();
      return new RegressionModel() {
        @Override
        public double predict(double[] row) {
          return 0;
        }

        @Override
        public Schema schema() {
          return schema;
        }

        @Override
        public FitSummary summary() {
          return summary;
        }
      };
    }
  }
}
