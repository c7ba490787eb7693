package org.cairnml.linalg;

import java.util.Arrays;
import org.cairnml.linalg.backend.Backend;

/**
 * A view of doubles: element i stands at {@code offset + i * stride} of an array. The size is fixed
 * for life; {@link #set} writes through to the array, which other views may share.
 */
public final class Vector {

  private static final int SHOWN = 8;

  private final double[] data;
  private final int offset;
  private final int stride;
  private final int size;

  Vector(double[] data, int offset, int stride, int size) {
    this.data = data;
    this.offset = offset;
    this.stride = stride;
    this.size = size;
  }

  /** These values, copied. */
  public static Vector of(double... values) {
    return wrap(values.clone());
  }

  /** A view of the whole array. */
  public static Vector wrap(double[] data) {
    return new Vector(data, 0, 1, data.length);
  }

  /**
   * A view of {@code size} elements of the array, {@code stride} apart, from {@code offset}.
   *
   * @throws IllegalArgumentException if the view reaches outside the array
   */
  public static Vector wrap(double[] data, int offset, int stride, int size) {
    long last = offset + (size - 1L) * stride;
    boolean outside =
        size > 0 && (Math.min(offset, last) < 0 || Math.max(offset, last) >= data.length);
    if (size < 0 || offset < 0 || outside) {
      throw new IllegalArgumentException(
          "a vector of %d elements from offset %d with stride %d does not fit in an array of %d"
              .formatted(size, offset, stride, data.length));
    }
    return new Vector(data, offset, stride, size);
  }

  /** {@code size} zeros. */
  public static Vector zeros(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("a vector of %d elements".formatted(size));
    }
    return wrap(new double[size]);
  }

  /** How many elements. */
  public int size() {
    return size;
  }

  /** Element {@code i}. */
  public double get(int i) {
    return data[offset + checkIndex(i) * stride];
  }

  /** Sets element {@code i}, in the shared array. */
  public void set(int i, double value) {
    data[offset + checkIndex(i) * stride] = value;
  }

  /** The array behind this view. */
  public double[] data() {
    return data;
  }

  /** Where in {@link #data()} element 0 stands. */
  public int offset() {
    return offset;
  }

  /** How far apart neighbours stand in {@link #data()}. */
  public int stride() {
    return stride;
  }

  /** Whether neighbours are adjacent in {@link #data()}. */
  public boolean isContiguous() {
    return stride == 1 || size <= 1;
  }

  /** A view of elements {@code from} (inclusive) to {@code to} (exclusive). */
  public Vector slice(int from, int to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException(
          "elements %d to %d of a vector of %d".formatted(from, to, size));
    }
    return new Vector(data, offset + from * stride, stride, to - from);
  }

  /** The elements in a new array. */
  public double[] toArray() {
    if (isContiguous() && size > 0) {
      return Arrays.copyOfRange(data, offset, offset + size);
    }
    double[] copy = new double[size];
    for (int i = 0; i < size; i++) {
      copy[i] = data[offset + i * stride];
    }
    return copy;
  }

  /** A vector of its own with the same elements. */
  public Vector copy() {
    return wrap(toArray());
  }

  /** The inner product. */
  public double dot(Vector other) {
    checkSize(other, "dot");
    Vector x = contiguous();
    Vector y = other.contiguous();
    return Backends.get().dot(size, x.data, x.offset, y.data, y.offset);
  }

  /** this + other, new. */
  public Vector plus(Vector other) {
    checkSize(other, "plus");
    return copy().addInPlace(1, other);
  }

  /** this - other, new. */
  public Vector minus(Vector other) {
    checkSize(other, "minus");
    return copy().addInPlace(-1, other);
  }

  /** scale * this, new. */
  public Vector times(double scale) {
    double[] product = toArray();
    for (int i = 0; i < size; i++) {
      product[i] *= scale;
    }
    return wrap(product);
  }

  /** The Euclidean length. */
  public double norm2() {
    Vector x = contiguous();
    return Backends.get().nrm2(size, x.data, x.offset);
  }

  /** The sum of the elements. */
  public double sum() {
    Vector x = contiguous();
    return Backends.get().sum(size, x.data, x.offset);
  }

  /** This if contiguous, else a copy that is. */
  Vector contiguous() {
    return isContiguous() ? this : copy();
  }

  private Vector addInPlace(double scale, Vector other) {
    Backend backend = Backends.get();
    Vector x = other.contiguous();
    backend.axpy(size, scale, x.data, x.offset, data, offset);
    return this;
  }

  private int checkIndex(int i) {
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException("element %d of a vector of %d".formatted(i, size));
    }
    return i;
  }

  private void checkSize(Vector other, String operation) {
    if (other.size != size) {
      throw new IllegalArgumentException(
          "%s needs vectors of equal size, but they have %d and %d elements"
              .formatted(operation, size, other.size));
    }
  }

  /** Equal if all elements are, as {@link Double#equals} sees it: NaN is equal to NaN. */
  @Override
  public boolean equals(Object object) {
    return object instanceof Vector other
        && size == other.size
        && Arrays.equals(toArray(), other.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }

  /** The first elements, in short. */
  @Override
  public String toString() {
    String shown = Arrays.toString(slice(0, Math.min(size, SHOWN)).toArray());
    return size <= SHOWN
        ? "Vector" + shown
        : "Vector" + shown.substring(0, shown.length() - 1) + ", ... " + size + " in all]";
  }
}
