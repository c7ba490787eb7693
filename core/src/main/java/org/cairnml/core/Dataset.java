package org.cairnml.core;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.data.Labels;
import org.cairnml.linalg.LinearOperator;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.linalg.Vector;

/**
 * What a learner fits: features (n x d) with their schema and, where known, a numeric target or
 * labels, sample weights, groups, and an offset. Features are dense or sparse; only a {@link
 * HandlesSparse} learns from sparse ones, see {@link #dense()} for the others. Immutable, provided
 * that nobody writes to the matrix behind it.
 */
public final class Dataset {

  private static final int MOST_DENSE_VALUES = Integer.MAX_VALUE - 8;
  private static final int HEAP_SHARE_OF_DENSE = 4;

  private final LinearOperator features;
  private final Schema schema;
  private final double[] target;
  private final Labels labels;
  private final double[] weights;
  private final int[] groups;
  private final double[] offset;

  private Dataset(
      LinearOperator features,
      Schema schema,
      double[] target,
      Labels labels,
      double[] weights,
      int[] groups,
      double[] offset) {
    this.features = Objects.requireNonNull(features, "x");
    this.schema = Objects.requireNonNull(schema, "schema");
    this.target = target;
    this.labels = labels;
    this.weights = weights;
    this.groups = groups;
    this.offset = offset;
    if (schema.width() != features.cols()) {
      throw new IllegalArgumentException(
          "x has " + features.cols() + " columns, its schema names " + schema.width());
    }
  }

  /** Features without target, named x0, x1, ... */
  public static Dataset of(Matrix x) {
    return new Dataset(x, Schema.numeric(x.cols()), null, null, null, null, null);
  }

  /** Features without target. */
  public static Dataset of(Matrix x, Schema schema) {
    return new Dataset(x, schema, null, null, null, null, null);
  }

  /** Sparse features without target, named x0, x1, ... */
  public static Dataset of(SparseMatrix x) {
    return of(x, Schema.numeric(x.cols()));
  }

  /** Sparse features without target. */
  public static Dataset of(SparseMatrix x, Schema schema) {
    return new Dataset(x, schema, null, null, null, null, null);
  }

  /** Features and a numeric target. */
  public static Dataset of(Matrix x, double... target) {
    return of(x).withTarget(target);
  }

  /** Features and a numeric target. */
  public static Dataset of(Matrix x, Vector target) {
    return of(x).withTarget(target.toArray());
  }

  /** Features and labels. */
  public static Dataset of(Matrix x, Labels labels) {
    return of(x).withLabels(labels);
  }

  /**
   * The same rows with this numeric target (copied).
   *
   * @throws DataException if it has another length, or a value that is not finite
   */
  public Dataset withTarget(double... values) {
    requireLength("target", values.length);
    requireFinite("target", values);
    return new Dataset(features, schema, values.clone(), null, weights, groups, offset);
  }

  /**
   * The same rows with these labels.
   *
   * @throws DataException if there are more or fewer than rows
   */
  public Dataset withLabels(Labels newLabels) {
    requireLength("labels", newLabels.size());
    return new Dataset(features, schema, null, newLabels, weights, groups, offset);
  }

  /**
   * The same rows with these sample weights (copied): 2 counts as the row twice, 0 as no row.
   *
   * @throws DataException if there are more or fewer than rows, one is negative or not finite, or
   *     all are 0
   */
  public Dataset withWeights(double... values) {
    requireLength("weights", values.length);
    requireFinite("weight", values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new DataException("row " + i + ": the weight is negative: " + values[i]);
      }
    }
    if (values.length > 0 && Arrays.stream(values).allMatch(w -> w == 0)) {
      throw new DataException("all sample weights are 0; at least one must be positive");
    }
    return new Dataset(features, schema, target, labels, values.clone(), groups, offset);
  }

  /** The same rows, of which those with the same number belong together when splitting. */
  public Dataset withGroups(int... numbers) {
    requireLength("groups", numbers.length);
    return new Dataset(features, schema, target, labels, weights, numbers.clone(), offset);
  }

  /**
   * The same rows with this offset (copied): what is known of the linear predictor of each row and
   * is added with the coefficient 1. Generalized linear models use it; other learners do not.
   *
   * @throws DataException if there are more or fewer than rows, or one is not finite
   */
  public Dataset withOffset(double... values) {
    requireLength("offset", values.length);
    requireFinite("offset", values);
    return new Dataset(features, schema, target, labels, weights, groups, values.clone());
  }

  /** Other features for the same rows; target, weights, groups and offset stay. */
  public Dataset withFeatures(Matrix newX, Schema newSchema) {
    return replaced(newX, newSchema);
  }

  /** Other, sparse, features for the same rows; target, weights, groups and offset stay. */
  public Dataset withFeatures(SparseMatrix newX, Schema newSchema) {
    return replaced(newX, newSchema);
  }

  private Dataset replaced(LinearOperator newX, Schema newSchema) {
    if (newX.rows() != rows()) {
      throw new IllegalArgumentException("expected " + rows() + " rows, got " + newX.rows());
    }
    return new Dataset(newX, newSchema, target, labels, weights, groups, offset);
  }

  /** The given rows of everything, copied; a row may be taken more than once. */
  public Dataset rows(int... rows) {
    return new Dataset(
        isSparse() ? sparse().rows(rows) : x().rows(rows),
        schema,
        target == null ? null : Arrays.stream(rows).mapToDouble(i -> target[i]).toArray(),
        labels == null ? null : labels.rows(rows),
        weights == null ? null : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray(),
        groups == null ? null : Arrays.stream(rows).map(i -> groups[i]).toArray(),
        offset == null ? null : Arrays.stream(rows).mapToDouble(i -> offset[i]).toArray());
  }

  /** The rows of positive weight; itself if rows have no weights of their own. */
  public Dataset withoutZeroWeights() {
    return isWeighted()
        ? rows(IntStream.range(0, rows()).filter(i -> weights[i] > 0).toArray())
        : this;
  }

  /**
   * The features (n x d), shared. A learner that is not a {@link HandlesSparse} reads them here.
   *
   * @throws DataException if they are sparse
   */
  public Matrix x() {
    if (features instanceof Matrix x) {
      return x;
    }
    throw new DataException(
        ("the features are sparse (%d x %d), but this works on dense ones only; take a learner that"
                + " uses sparse features (HandlesSparse), such as a linear model, or make them"
                + " dense: Dataset.dense(), %d MB")
            .formatted(rows(), cols(), denseBytes() >> 20));
  }

  /**
   * The same rows with dense features: itself if they are dense, else a copy, provided that it
   * takes at most a quarter of the heap.
   *
   * @throws DataException if it would take more
   */
  public Dataset dense() {
    if (!isSparse()) {
      return this;
    }
    requireAffordable();
    return withFeatures(sparse().toDense(), schema);
  }

  private long denseBytes() {
    return (long) rows() * cols() * Double.BYTES;
  }

  private void requireAffordable() {
    long heap = Runtime.getRuntime().maxMemory();
    if (denseBytes() > (long) MOST_DENSE_VALUES * Double.BYTES
        || denseBytes() > heap / HEAP_SHARE_OF_DENSE) {
      throw new DataException(
          ("the sparse features are %d x %d, %d MB as a dense matrix, more than a quarter of the"
                  + " heap of %d MB; take a learner that uses sparse features (HandlesSparse), reduce"
                  + " the columns (fewer terms, hashing, truncated SVD), or give a larger heap (-Xmx)")
              .formatted(rows(), cols(), denseBytes() >> 20, heap >> 20));
    }
  }

  /** Whether the features are sparse. */
  public boolean isSparse() {
    return features instanceof SparseMatrix;
  }

  /** The features (n x d) as a sparse matrix: shared if they are sparse, else new. */
  public SparseMatrix sparse() {
    return features instanceof SparseMatrix sparse ? sparse : SparseMatrix.of(x());
  }

  /** The values of column {@code j} (n, a copy), whether the features are dense or sparse. */
  public double[] column(int j) {
    if (features instanceof SparseMatrix sparse) {
      double[] values = new double[rows()];
      sparse.transpose().rowInto(j, values);
      return values;
    }
    return x().column(j).toArray();
  }

  /** The columns of the features. */
  public Schema schema() {
    return schema;
  }

  /** n. */
  public int rows() {
    return features.rows();
  }

  /** d. */
  public int cols() {
    return features.cols();
  }

  /** Whether there is a numeric target. */
  public boolean hasTarget() {
    return target != null;
  }

  /** Whether there are labels. */
  public boolean hasLabels() {
    return labels != null;
  }

  /**
   * The numeric target (a copy).
   *
   * @throws DataException if there is none
   */
  public double[] target() {
    if (target == null) {
      throw new DataException(
          labels == null
              ? "the data have no target; a regressor needs one number for each row"
              : "the target holds labels "
                  + labels.classes()
                  + ", a regressor needs numbers;"
                  + " take a classifier");
    }
    return target.clone();
  }

  /**
   * The labels.
   *
   * @throws DataException if there are none
   */
  public Labels labels() {
    if (labels == null) {
      throw new DataException(
          "the data have no labels; a classifier needs a class for each row, as Labels.of(...)");
    }
    return labels;
  }

  /** Whether rows have weights of their own. */
  public boolean isWeighted() {
    return weights != null;
  }

  /** The weight of row {@code i}, 1 if rows have none of their own. */
  public double weight(int i) {
    return weights == null ? 1 : weights[i];
  }

  /** The weight of every row (a copy), ones if rows have none of their own. */
  public double[] weights() {
    if (weights != null) {
      return weights.clone();
    }
    double[] ones = new double[rows()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The group of every row (a copy), if there are groups. */
  public Optional<int[]> groups() {
    return Optional.ofNullable(groups).map(int[]::clone);
  }

  /** The offset of every row (a copy), if there is one. */
  public Optional<double[]> offset() {
    return Optional.ofNullable(offset).map(double[]::clone);
  }

  /**
   * Refuses data that no learner can use: no rows, no columns, infinite values and, if so asked,
   * missing ones.
   *
   * @throws DataException that names the place and the cure
   */
  public void check(Schema.Missing missing) {
    if (rows() == 0) {
      throw new DataException("there are no rows to learn from");
    }
    if (cols() == 0) {
      throw new DataException("there are no feature columns to learn from");
    }
    if (isSparse()) {
      schema.check(sparse(), missing);
    } else {
      schema.check(x(), missing);
    }
  }

  /**
   * As {@link #check}, and refuses sparse features, for a learner that would not notice them.
   *
   * @throws DataException that names the place and the cure
   */
  public void checkDense(Schema.Missing missing) {
    schema.requireWidth(x().cols());
    check(missing);
  }

  private void requireLength(String what, int length) {
    if (length != rows()) {
      throw new DataException(what + ": " + length + " values for " + rows() + " rows");
    }
  }

  private static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new DataException(
            "row " + i + ": the " + what + " is " + values[i] + ", a finite number is needed");
      }
    }
  }

  @Override
  public String toString() {
    String y = labels != null ? ", " + labels.classes().size() + " classes" : "";
    return (isSparse() ? "Dataset[sparse " : "Dataset[")
        + rows()
        + " x "
        + cols()
        + y
        + (target != null ? ", numeric target]" : "]");
  }
}
