package org.cairnml.testkit.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Finite data of the kind that breaks programs: huge, subnormal and mixed scales, constant and
 * collinear columns, duplicate rows, almost no rows, classes without a row, weights of any size.
 *
 * @param columns the d columns, n values each
 * @param target a numeric target, as hostile as the columns
 * @param codes the class of each row, 0 to 2
 * @param weights a weight for each row, not all 0, or nothing
 */
public record HostileData(
    List<List<Double>> columns,
    List<Double> target,
    List<Integer> codes,
    Optional<List<Double>> weights) {

  private static final int MAX_ROWS = 12;
  private static final int MAX_COLUMNS = 4;
  private static final List<String> CLASSES = List.of("a", "b", "c");

  /** The features (n x d). */
  public Matrix x() {
    return Matrix.ofColumns(columns.stream().map(HostileData::array).toArray(double[][]::new));
  }

  /** The numeric target. */
  public double[] y() {
    return array(target);
  }

  /** The labels, of three classes of which some may have no row. */
  public Labels labels() {
    return Labels.ofCodes(codes.stream().mapToInt(Integer::intValue).toArray(), CLASSES);
  }

  /** The weights, if there are any. */
  public Optional<double[]> w() {
    return weights.map(HostileData::array);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All such data. */
  public static Arbitrary<HostileData> any() {
    return Arbitraries.integers()
        .between(1, MAX_ROWS)
        .flatMap(
            n ->
                Combinators.combine(
                        column(n).list().ofMinSize(1).ofMaxSize(MAX_COLUMNS),
                        Arbitraries.of(Twist.values()),
                        column(n),
                        Arbitraries.integers().between(0, 2).list().ofSize(n),
                        weights(n))
                    .as(
                        (columns, twist, y, codes, w) ->
                            new HostileData(twist.of(columns), y, codes, w)));
  }

  private static Arbitrary<List<Double>> column(int n) {
    return Arbitraries.oneOf(
        palette().map(v -> (List<Double>) new ArrayList<>(Collections.nCopies(n, v))),
        Arbitraries.doubles().between(-10, 10).list().ofSize(n),
        Arbitraries.of(0.0, 1.0, 2.0).list().ofSize(n),
        Arbitraries.doubles().between(-1, 1).map(v -> 1e9 + v).list().ofSize(n),
        huge().list().ofSize(n),
        tiny().list().ofSize(n),
        palette().list().ofSize(n));
  }

  private static Arbitrary<Double> huge() {
    return Arbitraries.of(1e150, -1e150, 1e155, 1e300, -1e300, Double.MAX_VALUE, -Double.MAX_VALUE);
  }

  private static Arbitrary<Double> tiny() {
    return Arbitraries.of(
        0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, 1e-300, -1e-200, 1e-160);
  }

  private static Arbitrary<Double> palette() {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, 1.0, -1.0, 0.1, 1e-9, 1e9, -1e9, 1e-100, 1e100), huge(), tiny());
  }

  private static Arbitrary<Optional<List<Double>>> weights(int n) {
    Arbitrary<List<Double>> some =
        Arbitraries.of(1.0, 2.0, 0.5, 0.0, 1e-300, 1e6, Double.MIN_VALUE)
            .list()
            .ofSize(n)
            .filter(w -> w.stream().anyMatch(v -> v > 0));
    return some.optional(0.3);
  }

  /** How columns depend on each other. */
  private enum Twist {
    NONE {
      @Override
      List<List<Double>> of(List<List<Double>> columns) {
        return columns;
      }
    },
    DUPLICATE_COLUMN {
      @Override
      List<List<Double>> of(List<List<Double>> columns) {
        List<List<Double>> more = new ArrayList<>(columns);
        more.add(columns.get(0));
        return more;
      }
    },
    ALMOST_COLLINEAR {
      @Override
      List<List<Double>> of(List<List<Double>> columns) {
        List<List<Double>> more = new ArrayList<>(columns);
        more.add(columns.get(0).stream().map(v -> v * (1 / 3.0)).toList());
        return more;
      }
    },
    DUPLICATE_ROWS {
      @Override
      List<List<Double>> of(List<List<Double>> columns) {
        List<List<Double>> flat = new ArrayList<>();
        for (List<Double> column : columns) {
          Double[] values = column.toArray(Double[]::new);
          for (int i = 1; i < values.length; i += 2) {
            values[i] = values[i - 1];
          }
          flat.add(Arrays.asList(values));
        }
        return flat;
      }
    };

    abstract List<List<Double>> of(List<List<Double>> columns);
  }
}
