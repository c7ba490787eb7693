package org.cairnml.linear;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.Vector;

/**
 * Classification by normal distributions of one covariance and a mean for each class; classes are
 * parted by hyperplanes.
 *
 * <p>Results are scikit-learn's: without shrinkage, the covariance is that within classes, with the
 * divisor n - k, and directions in which no class varies are left out (its solver {@code svd}).
 * With shrinkage it is the sum over the classes of prior times covariance, divisor n, each drawn to
 * a multiple of the identity (its solver {@code lsqr}); {@code auto} takes the share of Ledoit and
 * Wolf with columns scaled to variance 1. Weights are read as numbers of rows. A class without rows
 * gets the probability 0.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed.,
 * section 4.3, doi:10.1007/978-0-387-84858-7; Ledoit and Wolf 2004,
 * doi:10.1016/S0047-259X(03)00096-4.
 *
 * @param priors how likely each class is before its features are seen, in the order of classes;
 *     empty for their shares of the training rows
 * @param shrinkage none, auto or a share from 0 to 1
 */
@Summary("Linear classification by normal distributions of one covariance")
public record LinearDiscriminantAnalysis(
    @Param("Prior of each class; empty for shares of the rows") List<Double> priors,
    @Param("Shrinkage of the covariance: none, auto or a share") String shrinkage)
    implements Classifier<LinearDiscriminantModel>, LinearDiscriminantAnalysisParams {

  /** Checks values; use {@code new LinearDiscriminantAnalysis().withShrinkage(...)} instead. */
  public LinearDiscriminantAnalysis {
    LinearDiscriminantAnalysisParams.check(priors, shrinkage);
    priors = List.copyOf(priors);
    ClassRows.checkPriors(priors);
    Shrinkage.check(shrinkage);
  }

  /** Priors from the data, no shrinkage. */
  public LinearDiscriminantAnalysis() {
    this(List.of(), "none");
  }

  @Override
  public LinearDiscriminantModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("linear-discriminant-analysis", 1);
    List<String> names = data.labels().classes();
    List<ClassRows> classes = ClassRows.of(data, options.workers());
    double[] prior = ClassRows.priors(classes, priors, names);
    Matrix map = Whitening.of(covariance(classes, prior)).orRefuse().map();
    double[] center = new double[data.cols()];
    for (int k = 0; k < prior.length; k++) {
      for (int j = 0; j < center.length; j++) {
        center[j] += prior[k] * classes.get(k).mean()[j];
      }
    }
    Matrix coefficients = Matrix.zeros(prior.length, center.length);
    double[] offsets = new double[prior.length];
    for (int k = 0; k < prior.length; k++) {
      Vector away = Vector.of(classes.get(k).mean()).minus(Vector.wrap(center));
      Vector white = map.transposeTimes(away);
      Vector row = map.times(white);
      offsets[k] = Math.log(prior[k]) - white.dot(white) / 2;
      Overflow.refuse(row, white.dot(white));
      for (int j = 0; j < center.length; j++) {
        coefficients.set(k, j, row.get(j));
      }
    }
    monitor.step(0);
    return new LinearDiscriminantModel(
        data.schema(),
        names,
        ClassRows.codes(classes),
        center,
        coefficients,
        offsets,
        monitor.summary(1, true, 0));
  }

  private Matrix covariance(List<ClassRows> classes, double[] prior) {
    int d = classes.get(0).mean().length;
    Matrix sum = Matrix.zeros(d, d);
    if (!shrinkage.equals("none")) {
      for (int k = 0; k < prior.length; k++) {
        sum = sum.plus(Shrinkage.covariance(classes.get(k), shrinkage).times(prior[k]));
      }
      return sum;
    }
    double divisor = ClassRows.total(classes) - classes.size();
    if (!(divisor > 0)) {
      throw new DataException(
          "the weights, read as numbers of rows, add up to "
              + ClassRows.total(classes)
              + ", which must be more than the number of classes, "
              + classes.size()
              + "; take more rows, or shrinkage");
    }
    for (ClassRows rows : classes) {
      sum = sum.plus(rows.scatter());
    }
    return sum.times(1 / divisor);
  }
}
