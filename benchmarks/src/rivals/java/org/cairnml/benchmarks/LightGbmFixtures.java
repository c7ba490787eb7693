package org.cairnml.benchmarks;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Writes the models of LightGBM that the tests of the import read: lightgbm_*.txt, and
 * lightgbm_*.csv with rows and what LightGBM predicts of them. Its argument is the folder.
 */
public final class LightGbmFixtures {

  private static final String COMMON =
      " num_leaves=8 min_data_in_leaf=10 learning_rate=0.3 num_threads=1 deterministic=true"
          + " seed=3 verbosity=-1 ";

  private final Path folder;
  private final Random random = new Random(11);

  private LightGbmFixtures(Path folder) {
    this.folder = folder;
  }

  /** Writes all. */
  public static void main(String[] args) throws Exception {
    new LightGbmFixtures(Path.of(args[0])).writeAll();
  }

  private void writeAll() throws Exception {
    double[][] holes = numbers(500, 0.1);
    double[][] whole = numbers(500, 0);
    double[][] categories = categories(800);
    write("regression", "objective=regression", holes, signal(holes), 5);
    write("whole", "objective=regression", whole, signal(whole), 5);
    write("l1", "objective=regression_l1", holes, signal(holes), 3);
    write("poisson", "objective=poisson", holes, counts(holes), 4);
    write("gamma", "objective=gamma", holes, exponential(holes), 4);
    write("tweedie", "objective=tweedie", holes, counts(holes), 4);
    write("crossentropy", "objective=cross_entropy", holes, fractions(holes), 4);
    write("binary", "objective=binary sigmoid=0.7", holes, above(holes, 0), 5);
    write("multiclass", "objective=multiclass num_class=3", holes, thirds(holes), 4);
    write("multiclass2", "objective=multiclass num_class=2", holes, above(holes, 0), 4);
    write("dart", "objective=regression boosting=dart drop_rate=0.5", holes, signal(holes), 6);
    write(
        "forest",
        "objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.6",
        holes,
        above(holes, 0),
        4);
    write(
        "categories",
        "objective=regression categorical_feature=1,2 max_cat_to_onehot=1 min_data_per_group=5"
            + " cat_smooth=1",
        categories,
        signal(categories),
        6);
    write(
        "onehot",
        "objective=binary categorical_feature=1,2 max_cat_to_onehot=200 min_data_per_group=5",
        categories,
        above(categories, 0),
        6);
    write("zeros", "objective=regression zero_as_missing=true", zeros(whole), signal(whole), 4);
    write(
        "ova", "objective=multiclassova num_class=3 sigmoid=0.8", holes, thirds(holes), 4);
    write("ova2", "objective=multiclassova num_class=2", holes, above(holes, 0), 4);
  }

  private double[][] numbers(int n, double missing) {
    double[] scale = {1, 10, 0.01, 1000};
    double[][] rows = new double[n][scale.length];
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextDouble() < missing ? Double.NaN : random.nextGaussian() * scale[j];
      }
    }
    return rows;
  }

  private double[][] categories(int n) {
    double[][] rows = numbers(n, 0.1);
    for (double[] row : rows) {
      row[1] = random.nextDouble() < 0.1 ? Double.NaN : random.nextInt(9);
      row[2] = random.nextDouble() < 0.1 ? Double.NaN : random.nextInt(90);
    }
    return rows;
  }

  private static double[][] zeros(double[][] rows) {
    double[][] with = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      with[i] = rows[i].clone();
      with[i][i % with[i].length] = 0;
    }
    return with;
  }

  private static double known(double value) {
    return Double.isNaN(value) ? 0.5 : value;
  }

  private static double[] signal(double[][] rows) {
    return Arrays.stream(rows)
        .mapToDouble(
            row ->
                known(row[0])
                    + Math.sin(7 * known(row[1])) * 2
                    + Math.cos(5 * known(row[2]))
                    + known(row[3]) / 1000)
        .toArray();
  }

  private double[] counts(double[][] rows) {
    return Arrays.stream(signal(rows))
        .map(s -> Math.floor(Math.exp(s / 3) * 2 * random.nextDouble()))
        .toArray();
  }

  private static double[] exponential(double[][] rows) {
    return Arrays.stream(signal(rows)).map(s -> Math.exp(s / 3)).toArray();
  }

  private static double[] fractions(double[][] rows) {
    return Arrays.stream(signal(rows)).map(s -> 1 / (1 + Math.exp(-s))).toArray();
  }

  private static double[] above(double[][] rows, double border) {
    return Arrays.stream(signal(rows)).map(s -> s > border ? 1 : 0).toArray();
  }

  private static double[] thirds(double[][] rows) {
    return Arrays.stream(signal(rows)).map(s -> s < -0.5 ? 0 : s < 1.5 ? 1 : 2).toArray();
  }

  private void write(String name, String parameters, double[][] rows, double[] label, int rounds)
      throws Exception {
    LGBMDataset data =
        LGBMDataset.createFromMat(
            flat(rows), rows.length, rows[0].length, true, parameters + COMMON, null);
    float[] target = new float[label.length];
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) label[i];
    }
    data.setField("label", target);
    LGBMBooster booster = LGBMBooster.create(data, parameters + COMMON);
    for (int round = 0; round < rounds; round++) {
      booster.updateOneIter();
    }
    String model = booster.saveModelToString(0, -1, LGBMBooster.FeatureImportanceType.SPLIT);
    Files.writeString(folder.resolve("lightgbm_" + name + ".txt"), model);
    List<double[]> asked = new ArrayList<>(Arrays.asList(rows).subList(0, 40));
    asked.addAll(atThresholds(model, rows));
    asked.add(new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN});
    asked.add(new double[4]);
    if (parameters.contains("categorical")) {
      addUnseen(asked, rows);
    }
    double[][] questions = asked.toArray(double[][]::new);
    double[] answers = predict(model, questions);
    writeRows(name, parameters, questions, answers);
    booster.close();
    data.close();
  }

  /** What the saved model predicts; the wrapper's own method has no room for several outputs. */
  private static double[] predict(String model, double[][] rows) {
    double[] values = flat(rows);
    SWIGTYPE_p_double in = lightgbmlib.new_doubleArray(values.length);
    for (int i = 0; i < values.length; i++) {
      lightgbmlib.doubleArray_setitem(in, i, values[i]);
    }
    SWIGTYPE_p_double out = lightgbmlib.new_doubleArray(rows.length * 10L);
    SWIGTYPE_p_long_long count = lightgbmlib.new_int64_tp();
    SWIGTYPE_p_p_void handle = lightgbmlib.new_voidpp();
    lightgbmlib.LGBM_BoosterLoadModelFromString(model, lightgbmlib.new_intp(), handle);
    lightgbmlib.LGBM_BoosterPredictForMat(
        lightgbmlib.voidpp_value(handle),
        lightgbmlib.double_to_voidp_ptr(in),
        lightgbmlibConstants.C_API_DTYPE_FLOAT64,
        rows.length,
        rows[0].length,
        1,
        lightgbmlibConstants.C_API_PREDICT_NORMAL,
        0,
        -1,
        "num_threads=1",
        count,
        out);
    double[] answers = new double[(int) lightgbmlib.int64_tp_value(count)];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = lightgbmlib.doubleArray_getitem(out, i);
    }
    return answers;
  }

  private void addUnseen(List<double[]> asked, double[][] rows) {
    double[] unseen = {9, 31, 32, 63, 64, 90, 95, 96, 127, 128, 1000, 1e6, -1};
    for (int i = 0; i < 2 * unseen.length; i++) {
      double[] row = rows[random.nextInt(rows.length)].clone();
      row[1 + i % 2] = unseen[i / 2];
      asked.add(row);
    }
  }

  /** Rows with a value at a threshold, and the doubles next to it. */
  private List<double[]> atThresholds(String model, double[][] rows) {
    List<double[]> found = new ArrayList<>();
    String[] features = {};
    String[] thresholds = {};
    for (String line : model.split("\n")) {
      if (line.startsWith("split_feature=")) {
        features = line.substring(14).split(" ");
      } else if (line.startsWith("threshold=")) {
        thresholds = line.substring(10).split(" ");
      } else if (line.startsWith("decision_type=")) {
        String[] kinds = line.substring(14).split(" ");
        for (int node = 0; node < kinds.length; node++) {
          boolean number = (Integer.parseInt(kinds[node]) & 1) == 0;
          if (number && !thresholds[node].equals("inf") && found.size() < 60) {
            double t = Double.parseDouble(thresholds[node]);
            for (double value : new double[] {t, Math.nextUp(t), Math.nextDown(t)}) {
              double[] row = rows[random.nextInt(rows.length)].clone();
              row[Integer.parseInt(features[node])] = value;
              found.add(row);
            }
          }
        }
      }
    }
    return found;
  }

  private void writeRows(String name, String parameters, double[][] rows, double[] answers)
      throws Exception {
    StringBuilder text =
        new StringBuilder("# lightgbm4j 4.3.0-1, LightGbmFixtures.java, " + parameters + "\n");
    int outputs = answers.length / rows.length;
    StringJoiner header = new StringJoiner(",", "", "\n").add("x0,x1,x2,x3");
    for (int k = 0; k < outputs; k++) {
      header.add("p" + k);
    }
    text.append(header);
    for (int i = 0; i < rows.length; i++) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      for (double value : rows[i]) {
        line.add(Double.toString(value));
      }
      for (int k = 0; k < outputs; k++) {
        line.add(Double.toString(answers[i * outputs + k]));
      }
      text.append(line);
    }
    Files.writeString(folder.resolve("lightgbm_" + name + ".csv"), text);
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
