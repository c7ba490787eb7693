package org.cairnml.tree.bins;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Feature;

/** Decides the bins of a category column. */
final class CategoryBins {

  private CategoryBins() {}

  /** One bin a category, or for more categories than bins the rarest together in the last bin. */
  static FeatureBins of(double[] values, double[] weights, Feature feature, int maxBins) {
    int categories = feature.levels().size();
    double[] mass = new double[categories];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (value == value) {
        if (value != (int) value || value < 0 || value >= categories) {
          throw new DataException(
              "row %d, column '%s': %s is not the index of one of its %d categories"
                  .formatted(i, feature.name(), value, categories));
        }
        mass[(int) value] += weights == null ? 1 : weights[i];
      }
    }
    int[] bin = new int[categories];
    if (categories <= maxBins) {
      Arrays.setAll(bin, c -> c);
      return FeatureBins.ofCategories(bin, categories);
    }
    int[] byMass =
        IntStream.range(0, categories)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -mass[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int rank = 0; rank < categories; rank++) {
      bin[byMass[rank]] = Math.min(rank, maxBins - 1);
    }
    return FeatureBins.ofCategories(bin, maxBins);
  }
}
