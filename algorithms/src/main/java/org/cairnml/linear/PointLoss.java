package org.cairnml.linear;

/** What one prediction costs, and the derivative of that by the prediction. */
interface PointLoss {

  /** The loss of a prediction where the truth is {@code y}. */
  double value(double prediction, double y);

  /** Its derivative by the prediction. */
  double slope(double prediction, double y);
}
