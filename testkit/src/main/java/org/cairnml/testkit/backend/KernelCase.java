package org.cairnml.testkit.backend;

import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairnml.base.Seed;
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
 * @param seed of what is random
 */
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
    long seed) {

  private static final double[][] FACTORS = {
    {1, 0}, {1, 1}, {-1, 1}, {1, -1}, {-0.7, 1.5}, {0.3, 0}, {0, 1.5}, {0, 0}
  };

  /** Of A and B: usual; subnormal; with huge, subnormal, usual products. */
  private static final int[][] EXPONENTS = {
    {0, 0}, {-1060, 0}, {0, -1060}, {500, 500}, {-530, -530}, {1000, -900}, {-900, 1000}
  };

  private static final int USUAL = 6;
  private static final int GRADED = 40;

  /** Elements of an inner sum over all those that are checked, beyond which some are left out. */
  private static final long CHECKED = 1_000_000;

  /** Usual numbers with room around them. */
  static KernelCase of(int m, int n, int k) {
    long seed = m * 1_000_003L + n * 1009L + k;
    return new KernelCase(m, n, k, 1, 0, 3, 0, 0, USUAL, seed);
  }

  KernelCase with(double alpha, double beta) {
    return new KernelCase(m, n, k, alpha, beta, room, exponentA, exponentB, spread, seed);
  }

  KernelCase withInner(int length) {
    return new KernelCase(m, n, length, alpha, beta, room, exponentA, exponentB, spread, seed);
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
                Arbitraries.longs())
            .as(
                (s, f, room, e, spread, seed) ->
                    new KernelCase(s[0], s[1], s[2], f[0], f[1], room, e[0], e[1], spread, seed));
    Tries.forAll(cases, tries, check);
  }

  /** A first operand. */
  Block a(int rows, int cols) {
    return block(0, rows, cols, exponentA, Double.NaN);
  }

  /** A second operand. */
  Block b(int rows, int cols) {
    return block(1, rows, cols, exponentB, Double.NaN);
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

  private Block block(int index, int rows, int cols, int exponent, double guard) {
    var random = Seed.of(seed).child(index).generator();
    return Block.random(random, rows, cols, room, exponent, spread, guard);
  }
}
