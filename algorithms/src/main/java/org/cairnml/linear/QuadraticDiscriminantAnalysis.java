package org.cairnml.linear;

import java.util.ArrayList;
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
 * Classification by a normal distribution for each class, with covariances of their own; classes
 * are parted by quadrics.
 *
 * <p>Results are scikit-learn's where each class has more rows than columns. A covariance without
 * an inverse, with which scikit-learn only warns, is refused. Weights are read as numbers of rows.
 * A class without rows gets the probability 0.
 *
 * <p>Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed.,
 * section 4.3, doi:10.1007/978-0-387-84858-7.
 *
 * @param priors how likely each class is before its features are seen, in the order of classes;
 *     empty for their shares of the training rows
 * @param regularization the share r in (1 - r) S + r I, which takes the place of each covariance S
 */
@Summary("Classification by a normal distribution for each class")
public record QuadraticDiscriminantAnalysis(
    @Param("Prior of each class; empty for shares of the rows") List<Double> priors,
    @Param(value = "How far covariances are drawn to the identity", range = "[0, 1]")
        double regularization)
    implements Classifier<QuadraticDiscriminantModel>, QuadraticDiscriminantAnalysisParams {

  /** Checks values; use {@code new QuadraticDiscriminantAnalysis().withPriors(...)} instead. */
  public QuadraticDiscriminantAnalysis {
    QuadraticDiscriminantAnalysisParams.check(priors, regularization);
    priors = List.copyOf(priors);
    ClassRows.checkPriors(priors);
  }

  /** Priors from the data, no regularization. */
  public QuadraticDiscriminantAnalysis() {
    this(List.of(), 0);
  }

  @Override
  public QuadraticDiscriminantModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("quadratic-discriminant-analysis", 1);
    List<String> names = data.labels().classes();
    List<ClassRows> classes = ClassRows.of(data, options.workers());
    double[] prior = ClassRows.priors(classes, priors, names);
    List<QuadraticDiscriminantModel.Normal> normals = new ArrayList<>();
    for (int k = 0; k < prior.length; k++) {
      ClassRows rows = classes.get(k);
      Whitening whitening = whitening(rows, names.get(rows.code()));
      double offset = Math.log(prior[k]) - whitening.logDeterminant() / 2;
      Overflow.refuse(Vector.wrap(rows.mean()), whitening.logDeterminant());
      normals.add(
          new QuadraticDiscriminantModel.Normal(rows.code(), rows.mean(), whitening.map(), offset));
    }
    monitor.step(0);
    return new QuadraticDiscriminantModel(
        data.schema(), names, normals, monitor.summary(1, true, 0));
  }

  private Whitening whitening(ClassRows rows, String name) {
    double divisor = rows.weight() - 1;
    if (!(divisor > 0)) {
      throw new DataException(
          "the class '"
              + name
              + "' has the weight "
              + rows.weight()
              + ", read as a number of rows; a covariance needs more than one");
    }
    Matrix covariance = rows.scatter().times((1 - regularization) / divisor);
    for (int j = 0; j < covariance.rows(); j++) {
      covariance.set(j, j, covariance.get(j, j) + regularization);
    }
    Whitening whitening = Whitening.of(covariance);
    if (whitening.rank() < covariance.rows()) {
      throw new DataException(
          "within the class '"
              + name
              + "' columns are constant or depend on each other: its "
              + rows.weights().length
              + " rows vary in "
              + whitening.rank()
              + " directions, not in "
              + covariance.rows()
              + "; set regularization to a positive value, or take fewer columns");
    }
    return whitening;
  }
}
