package org.cairnml.cluster;

import org.cairnml.core.FitSummary;
import org.cairnml.core.InductiveClusterModel;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.backend.Backend;

/** The clusters of a {@link KMeans}: centers, and the nearest of them for any row. */
public final class KMeansModel implements InductiveClusterModel {

  private final Schema schema;
  private final Matrix centers;
  private final int[] labels;
  private final double inertia;
  private final FitSummary summary;

  KMeansModel(Schema schema, Matrix centers, int[] labels, double inertia, FitSummary summary) {
    this.schema = schema;
    this.centers = centers;
    this.labels = labels;
    this.inertia = inertia;
    this.summary = summary;
  }

  /** The centers (k x d, a copy). */
  public Matrix centers() {
    return centers.copy();
  }

  /** The weighted sum of squared distances of the training rows to their centers. */
  public double inertia() {
    return inertia;
  }

  @Override
  public int predict(double[] row) {
    schema.check(row, Missing.REFUSED);
    Backend backend = Backends.get();
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centers.rows(); c++) {
      int from = centers.offset() + c * centers.stride();
      double distance = backend.squaredDistance(row.length, row, 0, centers.data(), from);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }

  @Override
  public int clusterCount() {
    return centers.rows();
  }

  @Override
  public int[] labels() {
    return labels.clone();
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public FitSummary summary() {
    return summary;
  }

  @Override
  public String toString() {
    return "KMeansModel[" + clusterCount() + " clusters, inertia " + inertia + "]";
  }
}
