package org.cairnml.benchmarks.linalg;

import static org.nd4j.linalg.factory.Nd4j.createFromArray;
import static org.nd4j.linalg.factory.Nd4j.createUninitialized;
import static org.nd4j.linalg.factory.Nd4j.factory;
import static org.nd4j.linalg.factory.Nd4j.gemm;
import static org.nd4j.linalg.factory.Nd4j.getBlasWrapper;
import static org.nd4j.linalg.factory.Nd4j.getEnvironment;
import static org.nd4j.linalg.factory.Nd4j.getExecutioner;

import java.util.Optional;
import org.nd4j.linalg.api.blas.Lapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/**
 * ND4J on arrays outside the heap, matrices in order 'f', which its products take without a copy. A
 * factorization first restores the matrix by a copy outside the heap.
 */
final class Nd4j implements Library {

  Nd4j(int threads) {
    factory().blas().setMaxThreads(threads);
    getEnvironment().setMaxThreads(threads);
    getEnvironment().setMaxMasterThreads(threads);
  }

  private static INDArray matrix(int rows, int columns, double[] rowMajor) {
    return createFromArray(rowMajor).reshape('c', rows, columns).dup('f');
  }

  private static INDArray matrix(int n, float[] rowMajor) {
    return createFromArray(rowMajor).reshape('c', n, n).dup('f');
  }

  private static INDArray empty(DataType type, int rows, int columns) {
    return createUninitialized(type, new long[] {rows, columns}, 'f');
  }

  private static Work product(INDArray left, INDArray right, INDArray c, boolean transposeLeft) {
    long columns = c.columns();
    return new Work(
        () -> gemm(left, right, c, transposeLeft, false, 1, 0),
        i -> c.getDouble(i / columns, i % columns));
  }

  @Override
  public Optional<Work> product(int n, double[] a, double[] b) {
    return Optional.of(
        product(matrix(n, n, a), matrix(n, n, b), empty(DataType.DOUBLE, n, n), false));
  }

  @Override
  public Optional<Work> floatProduct(int n, float[] a, float[] b) {
    return Optional.of(product(matrix(n, a), matrix(n, b), empty(DataType.FLOAT, n, n), false));
  }

  @Override
  public Optional<Work> gram(int rows, int columns, double[] x) {
    INDArray matrix = matrix(rows, columns, x);
    return Optional.of(product(matrix, matrix, empty(DataType.DOUBLE, columns, columns), true));
  }

  @Override
  public Optional<Work> matrixVector(int n, double[] a, double[] x) {
    INDArray y = empty(DataType.DOUBLE, n, 1);
    return Optional.of(product(matrix(n, n, a), matrix(n, 1, x), y, false));
  }

  @Override
  public Optional<Work> dot(double[] x, double[] y) {
    INDArray left = createFromArray(x);
    INDArray right = createFromArray(y);
    return Optional.of(Work.of(() -> getBlasWrapper().dot(left, right), (sum, i) -> sum));
  }

  @Override
  public Optional<Work> axpy(double alpha, double[] x, double[] y) {
    INDArray from = createFromArray(x);
    INDArray to = createFromArray(y);
    return Optional.of(
        new Work(
            () -> getBlasWrapper().level1().axpy(x.length, alpha, from, to), i -> to.getDouble(i)));
  }

  @Override
  public Optional<Work> exp(double[] x) {
    INDArray from = createFromArray(x);
    INDArray to = from.dup();
    return Optional.of(
        new Work(() -> getExecutioner().exec(new Exp(from, to)), i -> to.getDouble(i)));
  }

  @Override
  public Optional<Work> factorization(Factorization kind, int n, double[] data) {
    Lapack lapack = getBlasWrapper().lapack();
    INDArray original = matrix(n, n, data);
    INDArray a = original.dup('f');
    INDArray values = createUninitialized(DataType.DOUBLE, n);
    INDArray left = empty(DataType.DOUBLE, n, n);
    INDArray right = empty(DataType.DOUBLE, n, n);
    return Optional.of(
        switch (kind) {
          case CHOLESKY ->
              new Work(() -> lapack.potrf(a.assign(original), true), i -> a.getDouble(i, i));
          case LU -> new Work(() -> lapack.getrf(a.assign(original)), i -> a.getDouble(i, i));
          case QR ->
              new Work(() -> lapack.geqrf(a.assign(original), right), i -> right.getDouble(i, i));
          case EIGEN ->
              new Work(
                  () -> lapack.syev('V', 'L', a.assign(original), values),
                  i -> values.getDouble(i));
          case SVD ->
              new Work(
                  () -> lapack.gesvd(a.assign(original), values, left, right),
                  i -> values.getDouble(i));
        });
  }
}
