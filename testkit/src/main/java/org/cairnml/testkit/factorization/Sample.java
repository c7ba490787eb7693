package org.cairnml.testkit.factorization;

import static org.cairnml.testkit.factorization.Residuals.filled;
import static org.cairnml.testkit.factorization.Residuals.random;
import static org.cairnml.testkit.factorization.Residuals.scaled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairnml.linalg.Matrix;
import org.cairnml.testkit.generate.Tries;

/**
 * A generated matrix, held as what makes it: the printed form is enough to make it again.
 *
 * @param family a name from {@link HardMatrices}, or {@value #RANDOM}
 * @param rows how many rows
 * @param cols how many columns
 * @param exponent that of the largest element, unless all are 0
 * @param gap how many rows and columns stand before and after it in a larger matrix
 * @param seed of what is random in it
 */
record Sample(String family, int rows, int cols, int exponent, int gap, long seed) {

  private static final String RANDOM = "random";

  /** Results of usual, then of tiny, subnormal and huge matrices. */
  private static final Integer[] EXPONENTS = {0, -500, -1000, -1018, -1060, 500, 1010};

  private static final int WIDEST_GAP = 5;

  /** Square matrices for every factorization. */
  static Arbitrary<Sample> square(int mostRows) {
    return squareOf(HardMatrices.square(1), mostRows);
  }

  /** Square matrices that are defective, companions, rotations or graded beyond measure. */
  static Arbitrary<Sample> farFromNormal(int mostRows) {
    return squareOf(HardMatrices.farFromNormal(1), mostRows);
  }

  private static Arbitrary<Sample> squareOf(Map<String, Matrix> families, int mostRows) {
    return ofShapes(families, sizes(mostRows).map(n -> new int[] {n, n}));
  }

  /** The upper left parts, wide or tall, of square matrices for every factorization. */
  static Arbitrary<Sample> anyShape(int most) {
    var shapes = Combinators.combine(sizes(most), sizes(most)).as((m, n) -> new int[] {m, n});
    return ofShapes(HardMatrices.square(1), shapes);
  }

  /** Numbers of rows, from 1. */
  static Arbitrary<Integer> sizes(int most) {
    return Arbitraries.integers().between(1, most);
  }

  /** Runs a check on these sizes, and on as many that are generated, from 1 to the last of them. */
  static void forSizes(int[] named, IntConsumer check) {
    IntStream.of(named).forEach(check);
    Tries.forAll(sizes(named[named.length - 1]), named.length, check::accept);
  }

  private static Arbitrary<Sample> ofShapes(Map<String, Matrix> families, Arbitrary<int[]> shapes) {
    List<String> names = new ArrayList<>(List.of(RANDOM));
    names.addAll(families.keySet());
    return Combinators.combine(
            Arbitraries.of(names),
            shapes,
            Arbitraries.of(EXPONENTS),
            Arbitraries.integers().between(0, WIDEST_GAP),
            Arbitraries.longs())
        .as(
            (name, shape, exponent, gap, seed) ->
                new Sample(name, shape[0], shape[1], exponent, gap, seed));
  }

  /** Whether rows or columns fall off by many powers of ten. */
  boolean isGraded() {
    return family.startsWith("graded");
  }

  /** The matrix, its rows apart from each other by more than its columns. */
  Matrix matrix() {
    Matrix a = whole().slice(0, rows, 0, cols).copy();
    return within(scaled(a, exponent - Residuals.exponent(a)), gap);
  }

  private Matrix whole() {
    int n = Math.max(rows, cols);
    Matrix random = random(n, n, seed);
    if (family.equals(RANDOM)) {
      return random;
    }
    Matrix known = HardMatrices.square(random).get(family);
    return known == null ? HardMatrices.farFromNormal(random).get(family) : known;
  }

  /** The same matrix as a part of a larger one, whose other elements are NaN. */
  static Matrix within(Matrix a, int gap) {
    Matrix larger = filled(a.rows() + 2 * gap, a.cols() + 2 * gap, (i, j) -> Double.NaN);
    Matrix part = larger.slice(gap, gap + a.rows(), gap, gap + a.cols());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.cols(); j++) {
        part.set(i, j, a.get(i, j));
      }
    }
    return part;
  }
}
