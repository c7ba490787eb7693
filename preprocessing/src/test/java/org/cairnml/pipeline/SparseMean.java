package org.cairnml.pipeline;

import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.SparseMatrix;

/** As {@link NearestMean}, for sparse features; the note of its model tells if it got such. */
public record SparseMean() implements Classifier<NearestMeanModel>, HandlesSparse {

  @Override
  public NearestMeanModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    var monitor = options.monitor("sparse-mean", 1);
    int k = data.labels().classes().size();
    int[] rows = new int[k];
    for (int code : data.labels().codes()) {
      rows[code]++;
    }
    double[][] means = new double[k][data.cols()];
    SparseMatrix x = data.sparse();
    for (int i = 0; i < x.rows(); i++) {
      int c = data.labels().code(i);
      for (int p = x.start(i); p < x.start(i + 1); p++) {
        means[c][x.column(p)] += x.value(p) / rows[c];
      }
    }
    monitor.step(Double.NaN);
    String note = data.isSparse() ? "sparse" : "dense";
    return new NearestMeanModel(
        data.schema(), data.labels().classes(), means, monitor.summary(1, true, Double.NaN, note));
  }
}
