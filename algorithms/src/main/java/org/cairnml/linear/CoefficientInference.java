package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.linalg.Matrix;

/** What can be said of estimated coefficients: how sure they are, and how well the model fits. */
public interface CoefficientInference {

  /** The estimates with intervals of level 0.95. */
  default List<Estimate> estimates() {
    return estimates(WaldTests.USUAL_LEVEL);
  }

  /**
   * The estimates: the intercept, if there is one, then the coefficients. Those left out have no
   * standard error (NaN).
   *
   * @param level of the confidence intervals, in (0, 1)
   */
  List<Estimate> estimates(double level);

  /**
   * The estimate of this name, with an interval of level 0.95.
   *
   * @throws DataException if there is none
   */
  default Estimate estimate(String name) {
    List<Estimate> all = estimates();
    return all.stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "there is no estimate '"
                        + name
                        + "' among "
                        + all.stream().map(Estimate::name).toList()));
  }

  /** The covariance of the {@link #estimates()} (p x p, a copy); 0 for those left out. */
  Matrix covariance();

  /** The logarithm of the likelihood at the estimates. */
  double logLikelihood();

  /** Akaike's criterion: smaller is better. The variance does not count as a parameter. */
  double aic();

  /** Schwarz's criterion: smaller is better. The variance does not count as a parameter. */
  double bic();
}
