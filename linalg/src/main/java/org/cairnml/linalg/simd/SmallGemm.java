package org.cairnml.linalg.simd;

import static org.cairnml.linalg.simd.Lanes.L;
import static org.cairnml.linalg.simd.Lanes.WIDE;

import jdk.incubator.vector.DoubleVector;
import org.cairnml.linalg.backend.FloatTwin;
import org.cairnml.linalg.scalar.NarrowGemm;
import org.cairnml.linalg.scalar.TinyGemm;
import org.cairnml.linalg.scalar.Workspace;

/** Products too small to be worth packing: C = alpha A B, or the same added to C. */
@FloatTwin
final class SmallGemm {
  // Columns in panels of one to three vectors, three with 512 bits alone. Where columns do not fill
  // the last vector it overlaps the one before: all are computed before one is stored. Rows five at
  // a time or four, so that few are left over. C is alpha A B + D, where D is C itself or a row of
  // zeros.

  /** Multiplications up to which products of rows shorter than a vector are not packed. */
  private static final long NARROW = 48L * 48 * 48;

  /**
   * The same of longer rows. The addresses of five rows of A take time at each step, which only the
   * widest vectors leave.
   */
  private static final long WIDER = WIDE.vectorBitSize() < 512 ? NARROW : 1L << 20;

  /**
   * Steps from which on a panel of B is copied, so that its rows do not share cache lines' sets.
   */
  private static final int COPIED_STEPS = 49;

  /** Rows of A that a copied panel has to meet. */
  private static final int COPIED_ROWS = 32;

  /** Columns of the widest panel: 12 sums and more need 32 registers. */
  private static final int WIDEST = WIDE.vectorBitSize() < 512 ? 2 * L : 3 * L;

  private static final double[] ZEROS = new double[WIDEST];

  private SmallGemm() {}

  /** Whether a product of this shape is one that this serves. */
  static boolean serves(int m, int n, int k) {
    return (long) m * n * k <= (n < L ? NARROW : WIDER);
  }

  static void run(
      Onto onto,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    if (onto == Onto.ZEROS && TinyGemm.serves(n, k)) {
      TinyGemm.run(m, n, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else if (n >= L) {
      panels(onto, m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co, ldc);
    } else if (onto == Onto.ZEROS && RegisterGemm.serves(m, n, k, ldc)) {
      RegisterGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co);
    } else if (onto == Onto.ZEROS && HalfVectorGemm.serves(m, n, k, ldc)) {
      HalfVectorGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, c, co);
    } else {
      double beta = onto == Onto.ZEROS ? 0 : 1;
      NarrowGemm.run(m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc);
    }
  }

  private static void panels(
      Onto onto,
      int m,
      int n,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      double[] c,
      int co,
      int ldc) {
    boolean adds = onto == Onto.RESULT;
    double[] d = adds ? c : ZEROS;
    int ldd = adds ? ldc : 0;
    double[] copy = k >= COPIED_STEPS && m >= COPIED_ROWS ? Workspace.take(WIDEST * k) : null;
    int columns;
    for (int j = 0; j < n; j += columns) {
      columns = columns(n - j);
      int last = columns - L;
      double[] from = b;
      int at = bo + j;
      int step = ldb;
      if (copy != null) {
        copy(k, last, b, at, ldb, copy);
        from = copy;
        at = 0;
        step = WIDEST;
      }
      int dAt = adds ? co + j : 0;
      panel(m, k, alpha, a, ao, lda, from, at, step, last, d, dAt, ldd, c, co + j, ldc);
    }
    if (copy != null) {
      Workspace.release(copy);
    }
  }

  /** How many of the columns that are left form the next panel: never fewer than a vector holds. */
  private static int columns(int left) {
    if (left <= WIDEST) {
      return left;
    }
    return left > WIDEST + L ? WIDEST : Math.min(2 * L, left - L);
  }

  /** The vectors of a panel, of which the last begins {@code last} after the first. */
  private static void copy(int k, int last, double[] from, int offset, int ld, double[] to) {
    for (int p = 0; p < k; p++) {
      int source = offset + p * ld;
      int target = p * WIDEST;
      for (int j = 0; j < last; j += L) {
        DoubleVector.fromArray(WIDE, from, source + j).intoArray(to, target + j);
      }
      DoubleVector.fromArray(WIDE, from, source + last).intoArray(to, target + last);
    }
  }

  /** The rows that are taken five at a time; the others are taken in fours. */
  private static int rowsInFives(int m) {
    int fours = (5 - m % 5) % 5;
    return 4 * fours <= m ? m - 4 * fours : m - m % 5;
  }

  /** All rows of a panel of which the last vector begins {@code last} after the first. */
  private static void panel(
      int m,
      int k,
      double alpha,
      double[] a,
      int ao,
      int lda,
      double[] b,
      int bo,
      int ldb,
      int last,
      double[] d,
      int dAt,
      int ldd,
      double[] c,
      int co,
      int ldc) {
    int end = last == 0 ? 0 : rowsInFives(m);
    int q = ao;
    int s = dAt;
    int t = co;
    int i = 0;
    for (; i < end; i += 5) {
      if (last > L) {
        SmallTiles.fiveByThree(k, alpha, a, q, lda, b, bo, ldb, last, d, s, ldd, c, t, ldc);
      } else {
        SmallTiles.fiveByTwo(k, alpha, a, q, lda, b, bo, ldb, last, d, s, ldd, c, t, ldc);
      }
      q += 5 * lda;
      s += 5 * ldd;
      t += 5 * ldc;
    }
    for (; i < m; i += 4) {
      int rows = Math.min(4, m - i);
      if (last > L) {
        SmallTiles.fourByThree(rows, k, alpha, a, q, lda, b, bo, ldb, last, d, s, ldd, c, t, ldc);
      } else if (last > 0) {
        SmallTiles.fourByTwo(rows, k, alpha, a, q, lda, b, bo, ldb, last, d, s, ldd, c, t, ldc);
      } else {
        SmallTiles.fourByOne(rows, k, alpha, a, q, lda, b, bo, ldb, d, s, ldd, c, t, ldc);
      }
      q += 4 * lda;
      s += 4 * ldd;
      t += 4 * ldc;
    }
  }
}
