package org.cairnml.preprocessing.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;

/**
 * Turns each category column into one column of 0 and 1 for each level, named {@code "contract=Two
 * year"}, in the place of the column. Numeric columns pass through unchanged.
 *
 * <p>The levels are those of the schema, in its order. Levels that are rarer in training than
 * {@code minCount}, or too many, share one last column, named {@code "contract=(other)"}.
 *
 * <p>A category that was not seen in training goes to the column of rare levels where there is one;
 * otherwise, as a missing one always, it is all zeros. scikit-learn refuses unseen categories
 * unless told to ignore them, and gives missing ones a level: impute a constant first for that.
 *
 * @param drop which level gets no column
 * @param minCount levels of a smaller total weight in training are rare; 0 for none
 * @param maxLevels how many columns a category may get; beyond, its levels of least weight in
 *     training are rare, the first of several; no limit if empty
 */
@Summary("One column of 0 and 1 for each level of each category")
public record OneHotEncoder(
    @Param("Which level gets no column") Drop drop,
    @Param(value = "Levels with fewer rows in training share one column", range = "[0, inf)")
        double minCount,
    @Param(value = "The rarest levels share a column if there are more", range = "[2, inf)")
        OptionalInt maxLevels)
    implements Transformer<OneHotModel>, HandlesMissing, HandlesCategories, OneHotEncoderParams {

  static final String OTHER = "(other)";

  /** Use {@code new OneHotEncoder()} and its {@code with} methods instead. */
  public OneHotEncoder {
    OneHotEncoderParams.check(drop, minCount, maxLevels);
  }

  /** A column for every level. */
  public OneHotEncoder() {
    this(Drop.NONE, 0, OptionalInt.empty());
  }

  @Override
  public OneHotModel fit(Dataset data, FitOptions options) {
    data.check(Missing.ALLOWED);
    FitMonitor monitor = options.monitor("one-hot-encoder", 1);
    List<Feature> output = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    for (int j = 0; j < data.cols(); j++) {
      Feature feature = data.schema().get(j);
      if (feature.isCategory()) {
        targets.add(targets(feature, rare(data, j), output));
      } else {
        targets.add(new int[] {output.size()});
        output.add(feature);
      }
    }
    monitor.step(Double.NaN);
    return new OneHotModel(data.schema(), output, targets, monitor.summary(1, true, Double.NaN));
  }

  /** The output column of each level, -1 for none; after the levels, that of unseen ones. */
  private int[] targets(Feature feature, boolean[] rare, List<Feature> output) {
    int levels = feature.levels().size();
    int[] target = new int[levels + 1];
    Arrays.fill(target, -1);
    boolean dropFirst = drop == Drop.FIRST || drop == Drop.IF_BINARY && levels == 2;
    boolean dropped = !dropFirst;
    for (int level = 0; level < levels; level++) {
      if (!rare[level]) {
        if (dropped) {
          target[level] = output.size();
          output.add(Feature.numeric(feature.name() + "=" + feature.levels().get(level)));
        }
        dropped = true;
      }
    }
    boolean anyRare = false;
    for (int level = 0; level < levels; level++) {
      if (rare[level]) {
        anyRare = true;
        target[level] = output.size();
      }
    }
    if (anyRare) {
      target[levels] = output.size();
      output.add(Feature.numeric(feature.name() + "=" + OTHER));
    }
    return target;
  }

  private boolean[] rare(Dataset data, int j) {
    int levels = data.schema().get(j).levels().size();
    double[] counts = new double[levels];
    for (int i = 0; i < data.rows(); i++) {
      int level = Levels.index(data.x().get(i, j), levels, data.schema().name(j));
      if (level >= 0) {
        counts[level] += data.weight(i);
      }
    }
    boolean[] rare = new boolean[levels];
    for (int level = 0; level < levels; level++) {
      rare[level] = counts[level] < minCount;
    }
    limit(rare, counts);
    return rare;
  }

  /** Makes the rarest levels rare until what is left, with a column for the rare, fits. */
  private void limit(boolean[] rare, double[] counts) {
    int[] ascending =
        IntStream.range(0, rare.length)
            .boxed()
            .sorted(Comparator.comparingDouble(level -> counts[level]))
            .mapToInt(level -> level)
            .toArray();
    int rareCount = 0;
    for (boolean isRare : rare) {
      rareCount += isRare ? 1 : 0;
    }
    int columns = rare.length - rareCount + Math.min(rareCount, 1);
    if (columns > maxLevels.orElse(Integer.MAX_VALUE)) {
      for (int k = 0; k < rare.length - maxLevels.getAsInt() + 1; k++) {
        rare[ascending[k]] = true;
      }
    }
  }
}
