package org.cairnml.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a {@link Tree} from the root down: every node starts as a leaf, and a leaf may be split
 * once. For one thread.
 */
public final class TreeBuilder {
  // Leaves with equal numbers share them: the pure leaves of a classification forest, which are
  // most, need only one place a class.

  private static final int FIRST_CAPACITY = 16;

  final int width;
  int count;
  int[] feature = new int[FIRST_CAPACITY];
  double[] threshold = new double[FIRST_CAPACITY];
  int[] child = new int[FIRST_CAPACITY];
  boolean[] missingLeft = new boolean[FIRST_CAPACITY];
  double[] cover = new double[FIRST_CAPACITY];
  double[] gain = new double[FIRST_CAPACITY];
  int[] setStart = new int[FIRST_CAPACITY];
  long[] sets = new long[0];
  int setWords;
  final Values values = new Values();

  /**
   * A tree of one leaf.
   *
   * @param width how many numbers a leaf holds
   * @param cover the weight of all rows
   */
  public TreeBuilder(int width, double cover) {
    this.width = width;
    values.indexOf(new double[width]);
    addLeaf(cover);
  }

  /** How many nodes there are. */
  public int nodes() {
    return count;
  }

  private void addLeaf(double weight) {
    if (count == feature.length) {
      int capacity = count * 2;
      feature = Arrays.copyOf(feature, capacity);
      threshold = Arrays.copyOf(threshold, capacity);
      child = Arrays.copyOf(child, capacity);
      missingLeft = Arrays.copyOf(missingLeft, capacity);
      cover = Arrays.copyOf(cover, capacity);
      gain = Arrays.copyOf(gain, capacity);
      setStart = Arrays.copyOf(setStart, capacity);
    }
    feature[count] = -1;
    cover[count++] = weight;
  }

  /**
   * Splits a leaf by a number.
   *
   * @param largestLeft the threshold: {@code value <= largestLeft} goes left
   * @return the left child; the right one is the next node
   */
  public int split(
      int leaf,
      int ofFeature,
      double largestLeft,
      boolean missingGoesLeft,
      double splitGain,
      double leftCover,
      double rightCover) {
    if (feature[leaf] != -1) {
      throw new IllegalStateException("node " + leaf + " is split already");
    }
    feature[leaf] = ofFeature;
    threshold[leaf] = largestLeft;
    missingLeft[leaf] = missingGoesLeft;
    gain[leaf] = splitGain;
    child[leaf] = count;
    addLeaf(leftCover);
    addLeaf(rightCover);
    return count - 2;
  }

  /**
   * Splits a leaf by a category.
   *
   * @param leftSet bit c says whether category c goes left
   * @param categories how many categories the feature has
   * @return the left child; the right one is the next node
   */
  public int split(
      int leaf,
      int ofFeature,
      long[] leftSet,
      int categories,
      boolean missingGoesLeft,
      double splitGain,
      double leftCover,
      double rightCover) {
    int words = (categories + 63) >>> 6;
    if (sets.length < setWords + words + 1) {
      sets = Arrays.copyOf(sets, Math.max(sets.length * 2, setWords + words + 1));
    }
    int start = setWords;
    sets[start] = categories;
    System.arraycopy(leftSet, 0, sets, start + 1, words);
    setWords += words + 1;
    int left =
        split(leaf, ofFeature, Double.NaN, missingGoesLeft, splitGain, leftCover, rightCover);
    setStart[leaf] = start;
    return left;
  }

  /** Splits a leaf like a node of another tree. */
  int copySplit(int leaf, Tree tree, int node) {
    int left = tree.left(node);
    double leftCover = tree.cover(left);
    double rightCover = tree.cover(left + 1);
    if (!tree.isCategorical(node)) {
      return split(
          leaf,
          tree.feature(node),
          tree.threshold(node),
          tree.missingLeft(node),
          tree.gain(node),
          leftCover,
          rightCover);
    }
    int start = tree.setStart[node];
    int categories = tree.categories(node);
    long[] set = Arrays.copyOfRange(tree.sets, start + 1, start + 1 + (categories + 63) / 64);
    return split(
        leaf,
        tree.feature(node),
        set,
        categories,
        tree.missingLeft(node),
        tree.gain(node),
        leftCover,
        rightCover);
  }

  /** Sets the numbers of a leaf (copied); zeros unless set. */
  public void setValues(int leaf, double... numbers) {
    if (feature[leaf] != -1 || numbers.length != width) {
      throw new IllegalArgumentException(
          "node %d, %d numbers for a leaf of %d".formatted(leaf, numbers.length, width));
    }
    child[leaf] = values.indexOf(numbers);
  }

  /** The tree so far. */
  public Tree build() {
    return new Tree(this);
  }

  /** Numbers of leaves, each different group stored once. */
  static final class Values {
    private final Map<Key, Integer> starts = new HashMap<>();
    private double[] array = new double[FIRST_CAPACITY];
    private int length;

    int indexOf(double[] from, int start, int width) {
      return indexOf(Arrays.copyOfRange(from, start, start + width));
    }

    int indexOf(double[] numbers) {
      return starts.computeIfAbsent(new Key(numbers.clone()), this::append);
    }

    private int append(Key key) {
      if (length + key.numbers().length > array.length) {
        array = Arrays.copyOf(array, Math.max(array.length * 2, length + key.numbers().length));
      }
      System.arraycopy(key.numbers(), 0, array, length, key.numbers().length);
      length += key.numbers().length;
      return length - key.numbers().length;
    }

    double[] toArray() {
      return Arrays.copyOf(array, length);
    }
  }

  private record Key(double[] numbers) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }
}
