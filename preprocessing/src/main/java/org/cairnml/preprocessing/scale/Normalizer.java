package org.cairnml.preprocessing.scale;

import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;
import org.cairnml.core.Transformer;

/**
 * Divides the numbers of each row by the length of the row, so that rows differ in direction only.
 * A row of zeros stays as it is. Nothing is learned; category columns pass through and do not
 * count. Sparse features stay sparse.
 *
 * @param norm how the length is measured
 */
@Summary("Scales each row to length 1")
public record Normalizer(@Param("How the length is measured") Norm norm)
    implements Transformer<NormalizerModel>, HandlesCategories, HandlesSparse, NormalizerParams {

  /** Use {@code new Normalizer()} and its {@code with} methods instead. */
  public Normalizer {
    NormalizerParams.check(norm);
  }

  /** The Euclidean length. */
  public Normalizer() {
    this(Norm.L2);
  }

  @Override
  public NormalizerModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    FitMonitor monitor = options.monitor("normalizer", 1);
    monitor.step(Double.NaN);
    return new NormalizerModel(data.schema(), norm, monitor.summary(1, true, Double.NaN));
  }
}
