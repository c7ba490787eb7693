package org.cairnml.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.cairnml.cluster.KMeans;
import org.cairnml.cluster.KMeansModel;
import org.cairnml.core.Dataset;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.ElasticNet;
import org.cairnml.linear.ElasticNetPath;
import org.cairnml.linear.Lasso;
import org.cairnml.linear.LinearModel;
import org.cairnml.linear.LinearRegression;
import org.cairnml.linear.LinearRegressionModel;
import org.cairnml.linear.LogisticModel;
import org.cairnml.linear.LogisticRegression;
import org.cairnml.linear.Ridge;

/**
 * Fit times of linear models and k-means on the data that {@code benchmarks/linear.py} writes; that
 * script runs this beside scikit-learn. Prints name, median milliseconds of 15 fits after 15, and
 * the objective reached.
 */
public final class LinearBenchmark {

  private static final int REPETITIONS = 15;

  private LinearBenchmark() {}

  /** Takes the folder of the data. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    double[] y = read(folder.resolve("y.bin"), 1).data();
    int cols = (int) (Files.size(folder.resolve("x.bin")) / Double.BYTES / y.length);
    Matrix x = read(folder.resolve("x.bin"), cols);
    int[] classes =
        Arrays.stream(read(folder.resolve("c.bin"), 1).data()).mapToInt(v -> (int) v).toArray();
    Dataset numbers = Dataset.of(x, y);
    Dataset labels = Dataset.of(x, Labels.of(classes));
    LinearRegressionModel ols = time("ols", () -> new LinearRegression().fit(numbers));
    print("ols", ols.residualSumOfSquares());
    LinearModel ridge = time("ridge", () -> new Ridge().fit(numbers));
    print("ridge", ridge.summary().objective());
    for (String name : new String[] {"lasso", "lasso_gram"}) {
      LinearModel lasso = time(name, () -> new Lasso().withAlpha(0.1).fit(numbers));
      print(name, lasso.summary().objective());
    }
    ElasticNetPath path = time("enet_path", () -> new ElasticNet().path(numbers));
    print("enet_path", path.models().stream().mapToDouble(m -> m.summary().objective()).sum());
    LogisticModel logistic = time("logistic", () -> new LogisticRegression().fit(labels));
    print("logistic", logistic.summary().objective());
    for (String name : new String[] {"blobs", "uniform"}) {
      if (!Files.exists(folder.resolve(name + ".bin"))) {
        continue;
      }
      Dataset rows = Dataset.of(read(folder.resolve(name + ".bin"), 20));
      var learner =
          new KMeans()
              .withClusters(name.equals("blobs") ? 20 : 50)
              .withStarts(1)
              .withMaxIterations(name.equals("blobs") ? 300 : 50)
              .withTolerance(name.equals("blobs") ? 1e-4 : 0);
      KMeansModel model = time("kmeans_" + name, () -> learner.fit(rows));
      print("kmeans_" + name, model.inertia());
    }
    time("batch", () -> ridge.predict(x));
    print("batch", ridge.predict(x).get(0));
    double[] row = x.row(0).toArray();
    int calls = 1_000_000;
    double[] sink = new double[1];
    time(
        "million_rows",
        () -> {
          for (int i = 0; i < calls; i++) {
            row[0] = i;
            sink[0] += ridge.predict(row);
          }
          return sink;
        });
    print("million_rows", sink[0]);
  }

  private static <T> T time(String name, Supplier<T> work) {
    double[] times = new double[REPETITIONS];
    T result = null;
    for (int i = -REPETITIONS; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      result = work.get();
      times[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    System.out.println("time," + name + "," + times[REPETITIONS / 2]);
    return result;
  }

  private static void print(String name, double objective) {
    System.out.println("objective," + name + "," + objective);
  }

  private static Matrix read(Path file, int cols) throws IOException {
    try (var channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      double[] data = new double[(int) (channel.size() / Double.BYTES)];
      bytes.order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(data);
      return Matrix.wrap(data, data.length / cols, cols);
    }
  }
}
