package org.cairnml.pipeline;

import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Schema.Missing;

/** The class whose mean is nearest: a small learner that needs numbers without gaps. */
public record NearestMean() implements Classifier<NearestMeanModel> {

  @Override
  public NearestMeanModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var monitor = options.monitor("nearest-mean", 1);
    int k = data.labels().classes().size();
    double[][] means = new double[k][data.cols()];
    double[] weight = new double[k];
    for (int i = 0; i < data.rows(); i++) {
      int c = data.labels().code(i);
      weight[c] += data.weight(i);
      for (int j = 0; j < data.cols(); j++) {
        means[c][j] += data.weight(i) * (data.x().get(i, j) - means[c][j]) / weight[c];
      }
    }
    monitor.step(options.validation().map(v -> (double) v.rows()).orElse(Double.NaN));
    return new NearestMeanModel(
        data.schema(), data.labels().classes(), means, monitor.summary(1, true, Double.NaN));
  }
}
