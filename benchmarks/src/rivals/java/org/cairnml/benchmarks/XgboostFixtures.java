package org.cairnml.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * Writes the models of XGBoost 2 and 3 that the tests of the import read: xgboost2_*.json and
 * xgboost2_*.ubj of the same models, and xgboost2_*.csv with rows and what XGBoost predicts of them.
 * Its arguments are the folder and the version of the xgboost4j on the class path; the committed
 * files are of 2.1.4 and 3.0.4. Those of XGBoost 1.7 are made by make_xgboost_models.py.
 */
public final class XgboostFixtures {

  private static final int COLUMNS = 4;
  private static final int TRAINED = 400;
  private static final int ASKED = 60;

  private final Path folder;
  private final String version;
  private final Random random = new Random(12);

  private XgboostFixtures(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /** Writes all. */
  public static void main(String[] args) throws Exception {
    new XgboostFixtures(Path.of(args[0]), args[1]).writeAll();
  }

  private void writeAll() throws Exception {
    float[][] rows = numbers();
    float[] signal = signal(rows);
    write("squarederror", Map.of("objective", "reg:squarederror"), rows, signal, false);
    write("binary", Map.of("objective", "binary:logistic"), rows, classes(signal, 0f), false);
    write(
        "softprob",
        Map.of("objective", "multi:softprob", "num_class", 3),
        rows,
        classes(signal, -0.5f, 1f),
        false);
    write(
        "dart",
        Map.of("objective", "reg:squarederror", "booster", "dart", "rate_drop", 0.5),
        rows,
        signal,
        false);
    float[][] categories = categories();
    write(
        "categories",
        Map.of("objective", "reg:squarederror", "max_cat_to_onehot", 1, "tree_method", "hist"),
        categories,
        signal(categories),
        true);
  }

  private float[][] numbers() {
    float[] scale = {1, 10, 0.01f, 1000};
    float[][] rows = new float[TRAINED][COLUMNS];
    for (float[] row : rows) {
      for (int j = 0; j < COLUMNS; j++) {
        row[j] = random.nextInt(10) == 0 ? Float.NaN : (float) random.nextGaussian() * scale[j];
      }
    }
    return rows;
  }

  private float[][] categories() {
    float[][] rows = numbers();
    for (float[] row : rows) {
      row[1] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(9);
      row[2] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(70);
    }
    return rows;
  }

  private static float known(float value) {
    return Float.isNaN(value) ? 0.5f : value;
  }

  private static float[] signal(float[][] rows) {
    float[] signal = new float[rows.length];
    for (int i = 0; i < signal.length; i++) {
      float[] row = rows[i];
      double sum = known(row[0]) + 2 * Math.sin(7 * known(row[1])) + Math.cos(5 * known(row[2]));
      signal[i] = (float) (sum + known(row[3]) / 1000);
    }
    return signal;
  }

  private static float[] classes(float[] signal, float... borders) {
    float[] classes = new float[signal.length];
    for (int i = 0; i < classes.length; i++) {
      for (float border : borders) {
        classes[i] += signal[i] > border ? 1 : 0;
      }
    }
    return classes;
  }

  private void write(
      String name, Map<String, Object> settings, float[][] rows, float[] label, boolean categories)
      throws Exception {
    Map<String, Object> parameters = new HashMap<>(settings);
    parameters.put("max_depth", 3);
    parameters.put("nthread", 1);
    DMatrix data = matrix(rows, categories);
    data.setLabel(label);
    Booster booster = XGBoost.train(data, parameters, 4, Map.of(), null, null);
    for (String extension : List.of(".json", ".ubj")) {
      booster.saveModel(file(name + extension).toString());
    }
    List<float[]> asked = new ArrayList<>(Arrays.asList(rows).subList(0, ASKED));
    asked.add(new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NaN});
    asked.add(new float[COLUMNS]);
    if (categories) {
      for (float unseen : new float[] {9, 70, 127, 128, 300}) {
        float[] row = rows[0].clone();
        row[2] = unseen;
        asked.add(row);
      }
    }
    float[][] questions = asked.toArray(float[][]::new);
    float[][] answers = booster.predict(matrix(questions, categories));
    StringBuilder text = new StringBuilder("# xgboost4j ").append(version);
    text.append(", XgboostFixtures.java, ").append(new TreeMap<>(settings)).append('\n');
    StringJoiner header = new StringJoiner(",", "", "\n").add("x0,x1,x2,x3");
    for (int k = 0; k < answers[0].length; k++) {
      header.add("p" + k);
    }
    text.append(header);
    for (int i = 0; i < questions.length; i++) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      for (float value : questions[i]) {
        line.add(Double.toString(value));
      }
      for (float value : answers[i]) {
        line.add(Double.toString(value));
      }
      text.append(line);
    }
    Files.writeString(file(name + ".csv"), text);
  }

  private Path file(String name) {
    return folder.resolve("xgboost" + version.charAt(0) + "_" + name);
  }

  private static DMatrix matrix(float[][] rows, boolean categories) throws Exception {
    float[] flat = new float[rows.length * COLUMNS];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * COLUMNS, COLUMNS);
    }
    DMatrix matrix = new DMatrix(flat, rows.length, COLUMNS, Float.NaN);
    matrix.setFeatureNames(new String[] {"x0", "x1", "x2", "x3"});
    matrix.setFeatureTypes(
        categories ? new String[] {"q", "c", "c", "q"} : new String[] {"q", "q", "q", "q"});
    return matrix;
  }
}
