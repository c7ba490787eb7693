package org.cairnml.core;

/**
 * A classification model that gives each class a score without saying how likely it is. The
 * predicted class is that of the highest score.
 */
public interface ScoreModel extends ClassificationModel {

  /**
   * Writes the score of each class of one row (d values) to {@code out} (k values, as {@link
   * #classes()}); that of a class that had no rows is negative infinity.
   *
   * @throws org.cairnml.base.DataException if the row has another width or unusable values
   */
  void scoresInto(double[] row, double[] out);
}
