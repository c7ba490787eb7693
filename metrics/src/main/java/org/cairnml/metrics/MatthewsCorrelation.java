package org.cairnml.metrics;

/**
 * The correlation of truth and prediction as indicators of the classes, from -1 to 1; 0 is chance.
 *
 * <p>B. Matthews 1975, doi:10.1016/0005-2795(75)90109-9; for several classes J. Gorodkin 2004,
 * doi:10.1016/j.compbiolchem.2004.09.006.
 */
public final class MatthewsCorrelation {

  private MatthewsCorrelation() {}

  /**
   * The correlation. It is 0, as in scikit-learn, where the formula divides 0 by 0 because all rows
   * are, or all are predicted as, one class.
   */
  public static double of(ConfusionMatrix confusion) {
    double n = confusion.total();
    double correct = 0;
    double chance = 0;
    double trueSquares = 0;
    double predictedSquares = 0;
    for (int c = 0; c < confusion.classes().size(); c++) {
      double support = confusion.support(c) / n;
      double predicted = confusion.predicted(c) / n;
      correct += confusion.truePositives(c) / n;
      chance += support * predicted;
      trueSquares += support * support;
      predictedSquares += predicted * predicted;
    }
    if (isOneClass(confusion)) {
      return 0;
    }
    return (correct - chance) / Math.sqrt((1 - trueSquares) * (1 - predictedSquares));
  }

  private static boolean isOneClass(ConfusionMatrix confusion) {
    int inTruth = 0;
    int inPrediction = 0;
    for (int c = 0; c < confusion.classes().size(); c++) {
      inTruth += confusion.support(c) > 0 ? 1 : 0;
      inPrediction += confusion.predicted(c) > 0 ? 1 : 0;
    }
    return inTruth < 2 || inPrediction < 2;
  }
}
