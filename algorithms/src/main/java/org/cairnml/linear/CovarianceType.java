package org.cairnml.linear;

/**
 * How the uncertainty of coefficients is estimated.
 *
 * <p>Source of the robust ones: MacKinnon and White 1985, doi:10.1016/0304-4076(85)90158-7.
 */
public enum CovarianceType {
  /** Supposes that all rows have the same variance (divided by their weight). */
  CLASSICAL,
  /** Supposes nothing of the variances; too small in small samples. */
  HC0,
  /** HC0 times n / (n - p). */
  HC1,
  /** HC0 with each squared residual divided by 1 - h, h being the row's leverage. */
  HC2,
  /** HC0 with each squared residual divided by (1 - h) squared; the safest in small samples. */
  HC3
}
