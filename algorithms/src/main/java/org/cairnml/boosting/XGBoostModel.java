package org.cairnml.boosting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;
import org.cairnml.core.Model;
import org.cairnml.core.Schema;

/**
 * Reads models that XGBoost wrote as JSON or as its binary form UBJSON, as models of Cairn: train
 * in Python, score here, save with {@link org.cairnml.core.ModelFile}. In Python: {@code
 * booster.save_model("model.json")} or {@code "model.ubj"}; which it is, the content tells.
 *
 * <p>Objectives: reg:squarederror, reg:linear, reg:squaredlogerror, reg:pseudohubererror,
 * reg:absoluteerror, reg:quantileerror of one quantile, reg:logistic, count:poisson, reg:gamma,
 * reg:tweedie and rank:* (the prediction is the score) give a {@link RegressionBoosting};
 * binary:logistic, multi:softprob and multi:softmax give a {@link ClassificationBoosting}.
 * Boosters: gbtree and dart, with parallel trees.
 *
 * <p>Predictions are those of XGBoost up to the rounding of its float32 sums. XGBoost rounds the
 * values of a row to float32 before it compares them; the thresholds here are the largest doubles
 * that its rounding sends left, so rows need no rounding. Categories are whole numbers from 0; one
 * that a node does not list goes left as in XGBoost, but above code 1023 and twice the node's
 * largest it goes where missing values go. The file does not name categories: they are "0", "1",
 * ... up to the largest that a tree asks about.
 *
 * <p>All trees are read. Where the file says that early stopping found the best iteration before
 * the last, the summary's note says so; {@code after(best + 1)} has the trees that XGBoost's
 * scikit-learn classes predict with. A round of n parallel trees counts as n rounds, and one of
 * multi:softprob for two classes as two.
 */
public final class XGBoostModel {

  private static final long MOST_SET_WORDS = 1 << 24;
  private static final String CLASSES_OF_ONE_SCORE = "binary:logistic";
  private static final List<String> CLASSES_OF_SCORES = List.of("multi:softprob", "multi:softmax");
  private static final Map<String, Link> REGRESSIONS =
      Map.ofEntries(
          Map.entry("reg:squarederror", Link.IDENTITY),
          Map.entry("reg:linear", Link.IDENTITY),
          Map.entry("reg:squaredlogerror", Link.IDENTITY),
          Map.entry("reg:pseudohubererror", Link.IDENTITY),
          Map.entry("reg:absoluteerror", Link.IDENTITY),
          Map.entry("reg:quantileerror", Link.IDENTITY),
          Map.entry("rank:pairwise", Link.IDENTITY),
          Map.entry("rank:ndcg", Link.IDENTITY),
          Map.entry("rank:map", Link.IDENTITY),
          Map.entry("reg:logistic", Link.LOGIT),
          Map.entry("count:poisson", Link.LOG),
          Map.entry("reg:gamma", Link.LOG),
          Map.entry("reg:tweedie", Link.LOG));

  private final String objective;
  private final int scores;
  private final double base;
  private final String note;
  private final ForeignEnsemble ensemble;

  private XGBoostModel(InputStream bytes) throws IOException {
    bytes.mark(2);
    boolean binary = UbjsonReader.startsWith(bytes.readNBytes(2));
    bytes.reset();
    JsonObject root = binary ? UbjsonReader.read(bytes) : JsonObject.read(ForeignFile.text(bytes));
    JsonObject learner = root.object("learner");
    JsonObject parameters = learner.object("learner_model_param");
    objective = learner.object("objective").text("name");
    if (parameters.has("num_target") && parameters.integerText("num_target") > 1) {
      throw new FormatException("it predicts several targets, which is not supported");
    }
    scores = Math.max(1, parameters.integerText("num_class"));
    base = base(parameters.text("base_score"));
    int width = parameters.integerText("num_feature");
    List<String> names = learner.texts("feature_names");
    ForeignFile.checkWidth(width, names);

    JsonObject booster = learner.object("gradient_booster");
    boolean dart = booster.text("name").equals("dart");
    if (!dart && !booster.text("name").equals("gbtree")) {
      throw new FormatException(
          "the booster '" + booster.text("name") + "' is not supported; gbtree and dart are");
    }
    JsonObject model = dart ? booster.object("gbtree").object("model") : booster.object("model");
    List<XGBoostTree> trees = trees(model, width);
    int[] outputs = ForeignTree.oneEach(model.integers("tree_info"), trees.size(), "tree_info");
    double[] weights = new double[trees.size()];
    Arrays.fill(weights, 1);
    if (dart) {
      weights = ForeignTree.oneEach(booster.numbers("weight_drop"), trees.size(), "weight_drop");
    }
    if (scores > trees.size()) {
      throw new FormatException("it has " + trees.size() + " trees for " + scores + " classes");
    }
    ensemble = new ForeignEnsemble(schema(width, names, learner, trees), scores, ClassLink.SOFTMAX);
    for (int t = 0; t < outputs.length; t++) {
      ensemble.add(outputs[t], trees.get(t), ForeignTree.finite(weights[t], "a tree's weight"));
    }
    note = note(learner, trees.size() / scores);
  }

  private static double base(String text) {
    String number =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    try {
      return Float.parseFloat(number);
    } catch (NumberFormatException e) {
      throw new FormatException("its 'base_score' is '" + text + "', not one number", e);
    }
  }

  private static List<XGBoostTree> trees(JsonObject model, int width) {
    List<XGBoostTree> trees = new ArrayList<>();
    long setWords = 0;
    for (JsonObject tree : model.objects("trees")) {
      trees.add(new XGBoostTree(tree, width));
      setWords += trees.get(trees.size() - 1).setWords();
    }
    if (setWords > MOST_SET_WORDS) {
      throw new FormatException("its trees ask about too many categories");
    }
    int said = model.object("gbtree_model_param").integerText("num_trees");
    if (said != trees.size()) {
      throw new FormatException("it says " + said + " trees and has " + trees.size());
    }
    return trees;
  }

  private static Schema schema(
      int width, List<String> names, JsonObject learner, List<XGBoostTree> trees) {
    int[] categories = new int[width];
    List<String> types = learner.texts("feature_types");
    for (int j = 0; j < Math.min(width, types.size()); j++) {
      categories[j] = types.get(j).equals("c") ? 1 : 0;
    }
    trees.forEach(tree -> tree.countCategories(categories));
    return new Schema(ForeignFile.features(width, names, categories));
  }

  private static String note(JsonObject learner, int rounds) {
    if (!learner.has("attributes") || !learner.object("attributes").has("best_iteration")) {
      return "";
    }
    int best = learner.object("attributes").integerText("best_iteration");
    return best + 1 < rounds ? "best iteration " + best + " (counted from 0)" : "";
  }

  private boolean classifies() {
    return objective.equals(CLASSES_OF_ONE_SCORE) || CLASSES_OF_SCORES.contains(objective);
  }

  private ClassificationBoosting classification(List<String> classes) {
    if (objective.equals(CLASSES_OF_ONE_SCORE) && scores == 1) {
      double start = -Math.log(1 / base - 1);
      return ensemble.classification(2, classes, new double[] {start}, note);
    }
    if (CLASSES_OF_SCORES.contains(objective) && scores > 1) {
      double[] start = new double[scores];
      Arrays.fill(start, base);
      return ensemble.classification(scores, classes, start, note);
    }
    throw refusal(REGRESSIONS.containsKey(objective), "readRegressor");
  }

  private RegressionBoosting regression() {
    Link link = REGRESSIONS.get(objective);
    if (link == null || scores != 1) {
      throw refusal(classifies(), "readClassifier");
    }
    double start =
        switch (link) {
          case IDENTITY -> base;
          case LOG -> Math.log(base);
          case LOGIT -> -Math.log(1 / base - 1);
        };
    return ensemble.regression(link, start, note);
  }

  private FormatException refusal(boolean known, String method) {
    return new FormatException(
        "the objective '%s' of %d scores %s"
            .formatted(objective, scores, known ? "is one for " + method : "is not supported"));
  }

  /**
   * Reads a model of either kind.
   *
   * @throws org.cairnml.base.DataException if the file cannot be read
   * @throws FormatException if it is cut, damaged, neither form, or uses what is not supported
   */
  public static Model read(Path file) {
    return ForeignFile.readBytes(
        file,
        bytes -> {
          XGBoostModel model = new XGBoostModel(bytes);
          return model.classifies() ? model.classification(List.of()) : model.regression();
        });
  }

  /**
   * Reads a model that classifies.
   *
   * @param classes the names of classes 0, 1, ..., or nothing for "0", "1", ...
   * @throws org.cairnml.base.DataException if the file cannot be read
   * @throws FormatException if it is cut, damaged, neither form, or uses what is not supported
   * @throws IllegalArgumentException if there is not one distinct name a class
   */
  public static ClassificationBoosting readClassifier(Path file, String... classes) {
    return ForeignFile.readBytes(
        file, bytes -> new XGBoostModel(bytes).classification(List.of(classes)));
  }

  /**
   * Reads a model of a number.
   *
   * @throws org.cairnml.base.DataException if the file cannot be read
   * @throws FormatException if it is cut, damaged, neither form, or uses what is not supported
   */
  public static RegressionBoosting readRegressor(Path file) {
    return ForeignFile.readBytes(file, bytes -> new XGBoostModel(bytes).regression());
  }
}
