package org.cairnml.pipeline;

import java.util.Arrays;
import java.util.Locale;
import org.cairnml.base.DataException;
import org.cairnml.core.Classifier;
import org.cairnml.core.Learner;
import org.cairnml.core.Regressor;
import org.cairnml.data.Column;

/** What is predicted. */
public enum Task {
  /** One of several classes. */
  CLASSIFICATION,
  /** A number. */
  REGRESSION;

  private static final int MOST_NUMBERED_CLASSES = 10;

  /**
   * The task that a target column suggests: classes for categories, texts and truth values, and for
   * whole numbers of which there are at most 10 different ones; numbers otherwise.
   *
   * @throws DataException if the column holds times, which cannot be predicted
   */
  public static Task of(Column target) {
    return switch (target.kind()) {
      case CATEGORY, TEXT, BOOLEAN -> CLASSIFICATION;
      case NUMERIC -> ofNumbers(target.toDoubles());
      case TIME ->
          throw new DataException(
              "column '"
                  + target.name()
                  + "' holds times, which cannot be a target; make it a number, such as days");
    };
  }

  private static Task ofNumbers(double[] values) {
    double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    boolean whole = Arrays.stream(present).allMatch(v -> v == Math.rint(v));
    return whole && Arrays.stream(present).distinct().count() <= MOST_NUMBERED_CLASSES
        ? CLASSIFICATION
        : REGRESSION;
  }

  /** The task in words: "classification". */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The task of a learner.
   *
   * @throws IllegalArgumentException if it is neither a classifier nor a regressor
   */
  static Task of(Learner learner) {
    if (learner instanceof Classifier<?>) {
      return CLASSIFICATION;
    }
    if (learner instanceof Regressor<?>) {
      return REGRESSION;
    }
    throw new IllegalArgumentException(
        "a pipeline ends in a classifier or a regressor, but "
            + learner.getClass().getSimpleName()
            + " is neither");
  }
}
