package org.cairnml.selection;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A density on 0 to 1 from places seen. Of numbers: equal parts of a flat density and of a normal
 * one around each place, cut off at the ends, as wide as the larger distance to its neighbours. Of
 * choices: a histogram, in which every value was seen once more.
 */
abstract sealed class ParzenDensity {

  static ParzenDensity of(Dimension dimension, double[] places) {
    return dimension instanceof Dimension.Choice choice
        ? new Histogram(choice.values().size(), places)
        : new Mixture(places);
  }

  /** The density at a place; above 0. */
  abstract double at(double place);

  /** A place drawn from the density. */
  abstract double draw(SplittableRandom random);

  private static final class Histogram extends ParzenDensity {
    private final double[] shares;

    Histogram(int values, double[] places) {
      shares = new double[values];
      Arrays.fill(shares, 1.0 / (places.length + values));
      for (double place : places) {
        shares[bin(place)] += 1.0 / (places.length + values);
      }
    }

    private int bin(double place) {
      return Math.min(shares.length - 1, (int) (place * shares.length));
    }

    @Override
    double at(double place) {
      return shares[bin(place)] * shares.length;
    }

    @Override
    double draw(SplittableRandom random) {
      double left = random.nextDouble();
      int bin = 0;
      while (bin < shares.length - 1 && left >= shares[bin]) {
        left -= shares[bin++];
      }
      return (bin + random.nextDouble()) / shares.length;
    }
  }

  private static final class Mixture extends ParzenDensity {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double MOST_POINTS = 100;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private final double[] centres;
    private final double[] widths;
    private final double[] inside;

    Mixture(double[] places) {
      centres = places.clone();
      Arrays.sort(centres);
      int n = centres.length;
      widths = new double[n];
      inside = new double[n];
      double least = 1 / Math.min(MOST_POINTS, n + 1);
      for (int i = 0; i < n; i++) {
        double left = centres[i] - (i == 0 ? 0 : centres[i - 1]);
        double right = (i == n - 1 ? 1 : centres[i + 1]) - centres[i];
        widths[i] = Math.max(least, Math.max(left, right));
        inside[i] =
            NORMAL.cumulativeProbability((1 - centres[i]) / widths[i])
                - NORMAL.cumulativeProbability(-centres[i] / widths[i]);
      }
    }

    @Override
    double at(double place) {
      double sum = 1;
      for (int i = 0; i < centres.length; i++) {
        double z = (place - centres[i]) / widths[i];
        sum += Math.exp(-z * z / 2) / (ROOT_TWO_PI * widths[i] * inside[i]);
      }
      return sum / (centres.length + 1);
    }

    @Override
    double draw(SplittableRandom random) {
      int i = random.nextInt(centres.length + 1);
      if (i == centres.length) {
        return random.nextDouble();
      }
      double place;
      do {
        place = centres[i] + widths[i] * random.nextGaussian();
      } while (place < 0 || place > 1);
      return place;
    }
  }
}
