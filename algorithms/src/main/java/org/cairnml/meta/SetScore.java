package org.cairnml.meta;

/** What makes a class strange for a row, in conformal classification. */
public enum SetScore {
  /**
   * 1 less its probability: the smallest sets on average, but they may be empty, and are too small
   * where rows are hard (Sadinle, Lei and Wasserman 2019, doi:10.1080/01621459.2017.1395341).
   */
  LAC {
    @Override
    double of(double[] p, int c) {
      return 1 - p[c];
    }
  },
  /**
   * The probability of all classes at least as likely, itself included: larger sets where rows are
   * hard, never empty (Romano, Sesia and Candes 2020, arXiv:2006.02544, without their
   * randomization, so that sets are a little larger).
   */
  APS {
    @Override
    double of(double[] p, int c) {
      double sum = 0;
      for (double other : p) {
        sum += other >= p[c] ? other : 0;
      }
      return sum;
    }
  };

  /** The score of class c of a row with these probabilities. */
  abstract double of(double[] p, int c);
}
