package org.cairnml.testkit.backend;

import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairnml.base.Seed;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.testkit.generate.Tries;

/**
 * The sizes, factors and operands of one call, held as what makes them: the printed form is enough
 * to make them again.
 *
 * @param m first size
 * @param n second size, or the length of vectors
 * @param k inner size
 * @param alpha factor of the product
 * @param beta factor of what stood in the result
 * @param room most elements before, after and between the rows of an operand
 * @param exponentA numbers in A are below this power of 2
 * @param exponentB numbers in B are below this power of 2
 * @param spread numbers of an operand differ by up to this power of 2
 * @param planted stands somewhere in A and somewhere in B if it is not 0
 * @param seed of what is random
 */
@FloatTwin
record KernelCase(
    int m,
    int n,
    int k,
    double alpha,
    double beta,
    int room,
    int exponentA,
    int exponentB,
    int spread,
    double planted,
    long seed) {

  private static final double[][] FACTORS = {
    {1, 0}, {1, 1}, {-1, 1}, {1, -1}, {-0.7, 1.5}, {0.3, 0}, {0, 1.5}, {0, 0}
  };

  private static final int USUAL = 6;
  private static final int GRADED = 40;

  private static final double[] PLANTED = {
    0, 0, 0, 0, 0, 0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /** Sums of as many numbers as there are in a case do not overflow. */
  private static final int HUGE = Double.MAX_EXPONENT - 20;

  /** The smallest of graded numbers are still normal. */
  private static final int TINY = Double.MIN_EXPONENT + GRADED;

  private static final int SUBNORMAL = Double.MIN_EXPONENT - 12;

  /** Of A and B: usual; subnormal; with huge, subnormal, usual products. */
  private static final int[][] EXPONENTS = {
    {0, 0},
    {SUBNORMAL, 0},
    {0, SUBNORMAL},
    {HUGE / 2, HUGE / 2},
    {SUBNORMAL / 2, SUBNORMAL / 2},
    {HUGE, TINY},
    {TINY, HUGE}
  };

  /** Elements of an inner sum over all those that are checked, beyond which some are left out. */
  private static final long CHECKED = 1_000_000;

  /** Usual numbers with room around them. */
  static KernelCase of(int m, int n, int k) {
    long seed = m * 1_000_003L + n * 1009L + k;
    return new KernelCase(m, n, k, 1, 0, 3, 0, 0, USUAL, 0, seed);
  }

  KernelCase with(double alpha, double beta) {
    return new KernelCase(m, n, k, alpha, beta, room, exponentA, exponentB, spread, planted, seed);
  }

  KernelCase withInner(int length) {
    return new KernelCase(
        m, n, length, alpha, beta, room, exponentA, exponentB, spread, planted, seed);
  }

  /** From none to more than all blocks of a kernel have: tiny, small, packed, several slices. */
  static Arbitrary<int[]> shapes() {
    var outer = Arbitraries.oneOf(between(0, 9), between(10, 70), between(100, 300));
    var inner =
        Arbitraries.oneOf(between(0, 9), between(10, 70), between(380, 390), between(700, 900));
    return shapes(outer, outer, inner);
  }

  /** Small results of long sums. */
  static Arbitrary<int[]> tall() {
    return shapes(between(1, 24), between(1, 24), between(1000, 20_000));
  }

  /** Lengths of vectors, one at a time or several in rows. */
  static Arbitrary<int[]> vectors() {
    var lengths =
        Arbitraries.oneOf(between(0, 9), between(10, 70), between(1000, 1100), between(5000, 5100));
    return shapes(between(1, 9), lengths, between(1, 70));
  }

  private static Arbitrary<Integer> between(int least, int most) {
    return Arbitraries.integers().between(least, most);
  }

  private static Arbitrary<int[]> shapes(
      Arbitrary<Integer> m, Arbitrary<Integer> n, Arbitrary<Integer> k) {
    return Combinators.combine(m, n, k).as((p, q, r) -> new int[] {p, q, r});
  }

  /** Runs a check on generated cases of these shapes. */
  static void forAll(Arbitrary<int[]> shapes, int tries, Consumer<KernelCase> check) {
    var cases =
        Combinators.combine(
                shapes,
                Arbitraries.of(FACTORS),
                between(0, 9),
                Arbitraries.of(EXPONENTS),
                Arbitraries.of(USUAL, GRADED),
                Arbitraries.integers().between(0, PLANTED.length - 1),
                Arbitraries.longs())
            .as(
                (s, f, room, e, spread, p, seed) ->
                    new KernelCase(
                        s[0], s[1], s[2], f[0], f[1], room, e[0], e[1], spread, PLANTED[p], seed));
    Tries.forAll(cases, tries, check);
  }

  /** A first operand. */
  Block a(int rows, int cols) {
    return planted(block(0, rows, cols, exponentA, Double.NaN));
  }

  /** A second operand. */
  Block b(int rows, int cols) {
    return planted(block(1, rows, cols, exponentB, Double.NaN));
  }

  /** A result: of the size of a product of the two, NaN if it is not to be read. */
  Block c(int rows, int cols) {
    Block c = block(2, rows, cols, exponentA + exponentB, Block.MARKER);
    if (beta == 0) {
      c.fill(Double.NaN);
    }
    return c;
  }

  /** The second operand, to be overwritten by the result. */
  Block overwritten(int rows, int cols) {
    return block(1, rows, cols, exponentB, Block.MARKER);
  }

  /** Operands whose squares are of the size of a product of the two; each index is another. */
  Block root(int index, int rows, int cols) {
    return block(3 + index, rows, cols, rootExponent(), Double.NaN);
  }

  int rootExponent() {
    return (exponentA + exponentB) / 2;
  }

  /** Makes alpha sum + beta c of a sum; c is not to be read where beta is 0. */
  void finish(CompensatedSum sum, double c) {
    sum.scale(alpha);
    if (beta != 0) {
      sum.add(beta, c);
    }
  }

  /** Only each so many-th element is checked where there are many of long sums. */
  int step() {
    return (int) (1 + (long) m * n * k / CHECKED);
  }

  private Block planted(Block block) {
    if (planted != 0 && block.rows() * block.cols() > 0) {
      var random = Seed.of(seed).child(block.cols()).generator();
      block.set(random.nextInt(block.rows()), random.nextInt(block.cols()), planted);
    }
    return block;
  }

  private Block block(int index, int rows, int cols, int exponent, double guard) {
    var random = Seed.of(seed).child(index).generator();
    return Block.random(random, rows, cols, room, exponent, spread, guard);
  }
}
