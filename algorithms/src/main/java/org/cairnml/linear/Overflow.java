package org.cairnml.linear;

import org.cairnml.base.DataException;
import org.cairnml.linalg.Vector;

/** Finds fits whose sums of squares left the range of doubles. */
final class Overflow {

  private Overflow() {}

  /**
   * Checks coefficients and the sum of squares that they leave.
   *
   * @throws DataException with the cure, if a number is not finite
   */
  static void refuse(Vector coefficients, double squares) {
    boolean finite = Double.isFinite(squares);
    for (int j = 0; j < coefficients.size(); j++) {
      finite &= Double.isFinite(coefficients.get(j));
    }
    if (!finite) {
      throw found();
    }
  }

  /** What a fit that left the range of doubles is refused with. */
  static DataException found() {
    return new DataException(
        "the fit overflowed: some columns or the target have values too large for their"
            + " squares (around 1e150 or more); divide these by a power of ten first");
  }
}
