package org.cairnml.cluster;

import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Clusterer;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitMonitor;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Schema.Missing;
import org.cairnml.core.Summary;

/**
 * k clusters around their means: minimizes the inertia {@code sum_i w_i |x_i - center(i)|^2},
 * center (i) being the nearest of k centers, by moving centers to the means of their rows and rows
 * to their nearest center in turn. That ends in a local minimum; the best of several starts is
 * taken.
 *
 * <p>Columns are not scaled; those of large numbers decide, so scale them first. Defaults are those
 * of scikit-learn 1.2. A cluster that loses all its rows gets the row that is farthest from its
 * center. Where there are fewer different rows than clusters asked for, there are as many clusters
 * as different rows, and the summary's note says so.
 *
 * <p>Source: Lloyd 1982, doi:10.1109/TIT.1982.1056489; Arthur and Vassilvitskii 2007, k-means++:
 * the advantages of careful seeding, SODA '07.
 *
 * @param clusters how many clusters, k
 * @param init how the first centers are chosen
 * @param starts how often to start anew
 * @param maxIterations iterations of one start at most
 * @param tolerance ends a start once the squared moves of the centers add up to less than this part
 *     of the mean variance of a column
 * @param seed where randomness starts
 */
@Summary("Clusters around their means (k-means++)")
public record KMeans(
    @Param(value = "How many clusters", range = "[1, inf)") int clusters,
    @Param("How the first centers are chosen") KMeansInit init,
    @Param(value = "How often to start anew; the best result is taken", range = "[1, inf)")
        int starts,
    @Param(value = "Iterations of one start at most", range = "[1, inf)") int maxIterations,
    @Param(value = "Movement of the centers below which a start ends", range = "[0, inf)")
        double tolerance,
    @Param("Where randomness starts") long seed)
    implements Clusterer<KMeansModel>, KMeansParams {

  /** Checks the ranges; use {@code new KMeans().withClusters(...)} instead. */
  public KMeans {
    KMeansParams.check(clusters, init, starts, maxIterations, tolerance, seed);
  }

  /** 8 clusters, k-means++, 10 starts of at most 300 iterations, tolerance 1e-4, seed 0. */
  public KMeans() {
    this(8, KMeansInit.PLUS_PLUS, 10, 300, 1e-4, 0);
  }

  @Override
  public KMeansModel fit(Dataset data, FitOptions options) {
    data.check(Missing.REFUSED);
    if (clusters > data.rows()) {
      throw new DataException(
          "there are only "
              + data.rows()
              + " rows for "
              + clusters
              + " clusters; ask for fewer clusters");
    }
    FitMonitor monitor = options.monitor("k-means", (long) starts * maxIterations);
    var points = Points.of(data, options.workers());
    Clustering best = null;
    int iterations = 0;
    for (int start = 0; start < starts && !monitor.isStopped(); start++) {
      double[] centers = new Seeding(points, Seed.of(seed).child(start)).choose(init, clusters);
      Clustering found = new Lloyd(points, centers).run(maxIterations, tolerance, monitor);
      iterations += found.iterations();
      if (best == null || found.inertia() < best.inertia()) {
        best = found;
      }
    }
    if (!Double.isFinite(best.inertia())) {
      throw new DataException(
          "the squared distances overflow: some columns have values too large (around 1e150 or"
              + " more); divide these by a power of ten first");
    }
    int k = best.centers().length / data.cols();
    String note =
        k == clusters
            ? ""
            : "only " + k + " different rows for " + clusters + " clusters asked for";
    return new KMeansModel(
        data.schema(),
        points.restored(best.centers()),
        best.labels(),
        best.inertia(),
        monitor.summary(iterations, best.converged(), best.inertia(), note));
  }
}
