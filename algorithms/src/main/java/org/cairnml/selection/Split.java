package org.cairnml.selection;

import java.util.Arrays;

/** The rows to learn from and the rows to test on; no row is in both. Immutable. */
public final class Split {

  private final int[] train;
  private final int[] test;

  private Split(int[] train, int[] test) {
    this.train = train;
    this.test = test;
  }

  /** Two sets of row numbers, copied. */
  public static Split of(int[] train, int[] test) {
    return new Split(train.clone(), test.clone());
  }

  /** The test rows are those marked, the others are for training; both ascending. */
  static Split ofMarked(boolean[] isTest) {
    int count = 0;
    for (boolean marked : isTest) {
      count += marked ? 1 : 0;
    }
    int[] train = new int[isTest.length - count];
    int[] test = new int[count];
    int trained = 0;
    int tested = 0;
    for (int i = 0; i < isTest.length; i++) {
      if (isTest[i]) {
        test[tested++] = i;
      } else {
        train[trained++] = i;
      }
    }
    return new Split(train, test);
  }

  /** The rows to learn from (a copy). */
  public int[] train() {
    return train.clone();
  }

  /** The rows to test on (a copy). */
  public int[] test() {
    return test.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Split that
        && Arrays.equals(train, that.train)
        && Arrays.equals(test, that.test);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
  }

  @Override
  public String toString() {
    return "Split[" + train.length + " training rows, " + test.length + " test rows]";
  }
}
