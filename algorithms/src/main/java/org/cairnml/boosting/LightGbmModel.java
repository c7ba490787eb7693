package org.cairnml.boosting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;
import org.cairnml.core.Model;
import org.cairnml.core.Schema;

/**
 * Reads models that LightGBM wrote as text, as models of Cairn: train in Python, score here, save
 * with {@link org.cairnml.core.ModelFile}. In Python: {@code booster.save_model("model.txt")}.
 *
 * <p>Objectives: regression, regression_l1, huber, fair, quantile, mape, poisson, gamma, tweedie,
 * cross_entropy, lambdarank and rank_xendcg (the prediction is the score) give a {@link
 * RegressionBoosting}; binary, multiclass and multiclassova give a {@link ClassificationBoosting}.
 * The probabilities of multiclassova, which LightGBM gives for each class by itself, are divided by
 * their sum. Boosters: gbdt, goss, dart and rf. Refused with a message: other objectives, linear
 * trees, and zeros taken for missing where they would not go the way of their value.
 *
 * <p>Predictions are those of LightGBM up to the rounding of sums. NaN goes where the file sends
 * it: where the training data had none, LightGBM takes NaN for 0. Categories are whole numbers from
 * 0; those that a node does not list go right with the missing ones. They are named "0", "1", ...
 * up to the largest that a tree asks about or the file lists.
 *
 * <p>LightGBM writes the trees up to the best iteration if early stopping found one, and these are
 * read. A round of multiclass for two classes counts as two rounds.
 */
public final class LightGbmModel {

  private static final String END = "end of trees";
  private static final int MOST_CATEGORIES = 1 << 20;
  private static final Map<String, Link> REGRESSIONS =
      Map.ofEntries(
          Map.entry("regression", Link.IDENTITY),
          Map.entry("regression_l1", Link.IDENTITY),
          Map.entry("huber", Link.IDENTITY),
          Map.entry("fair", Link.IDENTITY),
          Map.entry("quantile", Link.IDENTITY),
          Map.entry("mape", Link.IDENTITY),
          Map.entry("lambdarank", Link.IDENTITY),
          Map.entry("rank_xendcg", Link.IDENTITY),
          Map.entry("cross_entropy", Link.LOGIT),
          Map.entry("poisson", Link.LOG),
          Map.entry("gamma", Link.LOG),
          Map.entry("tweedie", Link.LOG));

  private final List<String> objective;
  private final int scores;
  private final ForeignEnsemble ensemble;

  private LightGbmModel(Reader text) throws IOException {
    BufferedReader lines = new BufferedReader(text);
    if (!"tree".equals(lines.readLine())) {
      throw new FormatException("it is no LightGBM model: its first line is not 'tree'");
    }
    LightGbmBlock header = new LightGbmBlock();
    String next = block(lines, header);
    if (!header.has("objective") || header.texts("objective").isEmpty()) {
      throw new FormatException(
          "it names no objective (a custom one?), so that what its trees add up to is not known");
    }
    objective = header.texts("objective");
    scores = header.integer("num_tree_per_iteration");
    List<String> names = header.texts("feature_names");
    int width = names.size();
    if (width == 0 || header.integer("max_feature_idx") != width - 1) {
      throw new FormatException("its numbers of features and of their names differ");
    }

    List<LightGbmTree> trees = new ArrayList<>();
    while (!next.equals(END)) {
      LightGbmBlock block = new LightGbmBlock();
      next = block(lines, block);
      trees.add(new LightGbmTree(block, width));
    }
    if (scores < 1 || trees.size() % scores != 0 || trees.isEmpty()) {
      throw new FormatException("it has " + trees.size() + " trees for " + scores + " scores");
    }
    if (header.has("tree_sizes") && header.texts("tree_sizes").size() != trees.size()) {
      throw new FormatException("it lacks some of its trees");
    }
    double factor = sigmoid() / (header.has("average_output") ? trees.size() / scores : 1);
    ensemble =
        new ForeignEnsemble(
            schema(width, names, header, trees),
            scores,
            isOneVersusRest() ? ClassLink.ONE_VERSUS_REST : ClassLink.SOFTMAX);
    for (int t = 0; t < trees.size(); t++) {
      ensemble.add(t % scores, trees.get(t), factor);
    }
  }

  /** Reads lines up to the next tree or the end of all, and returns that line. */
  private static String block(BufferedReader lines, LightGbmBlock block) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Tree=") || line.equals(END)) {
        return line;
      }
      if (!line.isEmpty()) {
        block.add(line);
      }
    }
    throw new FormatException("it ends before '" + END + "': it is cut");
  }

  private static Schema schema(
      int width, List<String> names, LightGbmBlock header, List<LightGbmTree> trees) {
    int[] categories = new int[width];
    List<String> infos = header.has("feature_infos") ? header.texts("feature_infos") : List.of();
    for (int j = 0; j < Math.min(width, infos.size()); j++) {
      String info = infos.get(j);
      if (!info.equals("none") && !info.startsWith("[")) {
        categories[j] = largest(info) + 1;
      }
    }
    trees.forEach(tree -> tree.countCategories(categories));
    return new Schema(ForeignFile.features(width, names, categories));
  }

  private static int largest(String info) {
    int largest = 0;
    for (String category : info.split(":")) {
      try {
        largest = Math.max(largest, Integer.parseInt(category));
      } catch (NumberFormatException e) {
        throw new FormatException("its 'feature_infos' hold '" + info + "'", e);
      }
    }
    if (largest >= MOST_CATEGORIES) {
      throw new FormatException(
          "it lists category " + largest + "; they must lie below " + MOST_CATEGORIES);
    }
    return largest;
  }

  /** What scores are multiplied by before the logistic function, where there is one. */
  private double sigmoid() {
    if (!objective.get(0).equals("binary") && !isOneVersusRest()) {
      return 1;
    }
    for (String part : objective) {
      if (part.startsWith("sigmoid:")) {
        try {
          return ForeignTree.finite(Double.parseDouble(part.substring(8)), "its sigmoid");
        } catch (NumberFormatException e) {
          throw new FormatException("its objective has '" + part + "'", e);
        }
      }
    }
    return 1;
  }

  private boolean isOneVersusRest() {
    return objective.get(0).equals("multiclassova");
  }

  private boolean classifies() {
    return objective.get(0).equals("binary")
        || objective.get(0).equals("multiclass")
        || isOneVersusRest();
  }

  private ClassificationBoosting classification(List<String> classes) {
    boolean two = objective.get(0).equals("binary") && scores == 1;
    if (!classifies() || !two && scores < 2) {
      throw refusal(regresses(), "readRegressor");
    }
    return ensemble.classification(two ? 2 : scores, classes, new double[scores], "");
  }

  private RegressionBoosting regression() {
    if (scores != 1 || !regresses()) {
      throw refusal(classifies(), "readClassifier");
    }
    return ensemble.regression(REGRESSIONS.get(objective.get(0)), 0, "");
  }

  private boolean regresses() {
    return REGRESSIONS.containsKey(objective.get(0)) && !objective.contains("sqrt");
  }

  private FormatException refusal(boolean known, String method) {
    String name = String.join(" ", objective);
    return new FormatException(
        "the objective '" + name + (known ? "' is one for " + method : "' is not supported"));
  }

  /**
   * Reads a model of either kind.
   *
   * @throws org.cairnml.base.DataException if the file cannot be read
   * @throws FormatException if it is cut, damaged, no LightGBM model, or uses what is not supported
   */
  public static Model read(Path file) {
    return ForeignFile.read(
        file,
        text -> {
          LightGbmModel model = new LightGbmModel(text);
          return model.classifies() ? model.classification(List.of()) : model.regression();
        });
  }

  /**
   * Reads a model that classifies.
   *
   * @param classes the names of classes 0, 1, ..., or nothing for "0", "1", ...
   * @throws org.cairnml.base.DataException if the file cannot be read
   * @throws FormatException if it is cut, damaged, no LightGBM model, or uses what is not supported
   * @throws IllegalArgumentException if there is not one distinct name a class
   */
  public static ClassificationBoosting readClassifier(Path file, String... classes) {
    return ForeignFile.read(file, text -> new LightGbmModel(text).classification(List.of(classes)));
  }

  /**
   * Reads a model of a number.
   *
   * @throws org.cairnml.base.DataException if the file cannot be read
   * @throws FormatException if it is cut, damaged, no LightGBM model, or uses what is not supported
   */
  public static RegressionBoosting readRegressor(Path file) {
    return ForeignFile.read(file, text -> new LightGbmModel(text).regression());
  }
}
