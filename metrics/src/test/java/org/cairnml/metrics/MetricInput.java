package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;

/**
 * Truth and prediction of every kind for the same rows: classes (three), two classes with scores,
 * numbers, sets of labels, parts, and points.
 */
record MetricInput(
    Labels truth,
    Labels predicted,
    Matrix probabilities,
    Labels binary,
    double[] scores,
    double[] numbers,
    double[] forecasts,
    Matrix sets,
    Matrix predictedSets,
    Matrix setScores,
    int[] parts,
    int[] clusters,
    Matrix points,
    double[] weights) {

  static final int ROWS = 40;
  private static final int CLASSES = 3;
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final List<String> TWO = List.of("no", "yes");

  /** Scores and probabilities have ties, numbers are positive, every class has rows. */
  static MetricInput random(long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    int[] truth = new int[ROWS];
    int[] predicted = new int[ROWS];
    int[] binary = new int[ROWS];
    double[] scores = new double[ROWS];
    Matrix p = Matrix.zeros(ROWS, CLASSES);
    Matrix sets = Matrix.zeros(ROWS, CLASSES);
    Matrix predictedSets = Matrix.zeros(ROWS, CLASSES);
    Matrix setScores = Matrix.zeros(ROWS, CLASSES);
    Matrix points = Matrix.zeros(ROWS, 2);
    for (int i = 0; i < ROWS; i++) {
      truth[i] = i < CLASSES ? i : random.nextInt(CLASSES);
      predicted[i] = random.nextBoolean() ? truth[i] : random.nextInt(CLASSES);
      binary[i] = i < 2 ? i : random.nextInt(2);
      scores[i] = (binary[i] + random.nextInt(9)) / 10.0;
      double[] row = random.doubles(CLASSES, 0.1, 1).toArray();
      row[predicted[i]] += 1;
      double sum = Arrays.stream(row).sum();
      for (int c = 0; c < CLASSES; c++) {
        p.set(i, c, row[c] / sum);
        sets.set(i, c, random.nextInt(2));
        predictedSets.set(i, c, random.nextInt(3) > 0 ? sets.get(i, c) : random.nextInt(2));
        setScores.set(i, c, random.nextInt(6));
      }
      points.set(i, 0, truth[i] + random.nextDouble());
      points.set(i, 1, random.nextDouble());
    }
    double[] numbers = random.doubles(ROWS, 0.5, 10).toArray();
    return new MetricInput(
        Labels.ofCodes(truth, NAMES),
        Labels.ofCodes(predicted, NAMES),
        p,
        Labels.ofCodes(binary, TWO),
        scores,
        numbers,
        Arrays.stream(numbers).map(y -> y * (0.5 + random.nextDouble())).toArray(),
        sets,
        predictedSets,
        setScores,
        truth,
        predicted,
        points,
        random.ints(ROWS, 0, 4).asDoubleStream().toArray());
  }

  /** What a perfect prediction of the same truth would be. */
  MetricInput perfect() {
    Matrix certain = Matrix.zeros(truth.size(), CLASSES);
    double[] right = new double[truth.size()];
    for (int i = 0; i < truth.size(); i++) {
      certain.set(i, truth.code(i), 1);
      right[i] = binary.code(i);
    }
    return new MetricInput(
        truth, truth, certain, binary, right, numbers, numbers, sets, sets, sets, parts, parts,
        points, weights);
  }

  /** Truth and prediction in each other's place, where both are of one kind. */
  MetricInput swapped() {
    return new MetricInput(
        predicted,
        truth,
        probabilities,
        binary,
        scores,
        forecasts,
        numbers,
        predictedSets,
        sets,
        setScores,
        clusters,
        parts,
        points,
        weights);
  }

  MetricInput rows(int... rows) {
    return predictions(rows, rows).withWeights(at(weights, rows));
  }

  /** The prediction of fewer rows than the truth. */
  MetricInput withoutLastPrediction() {
    int n = truth.size();
    return predictions(IntStream.range(0, n).toArray(), IntStream.range(0, n - 1).toArray());
  }

  private MetricInput predictions(int[] ofTruth, int[] ofPrediction) {
    return new MetricInput(
        truth.rows(ofTruth),
        predicted.rows(ofPrediction),
        probabilities.rows(ofPrediction),
        binary.rows(ofTruth),
        at(scores, ofPrediction),
        at(numbers, ofTruth),
        at(forecasts, ofPrediction),
        sets.rows(ofTruth),
        predictedSets.rows(ofPrediction),
        setScores.rows(ofPrediction),
        Arrays.stream(ofTruth).map(i -> parts[i]).toArray(),
        Arrays.stream(ofPrediction).map(i -> clusters[i]).toArray(),
        points.rows(ofTruth),
        at(weights, ofTruth));
  }

  /** Each row as often as its weight says, with weight 1. */
  MetricInput repeated() {
    int[] rows =
        IntStream.range(0, weights.length)
            .flatMap(i -> IntStream.range(0, (int) weights[i]).map(r -> i))
            .toArray();
    return rows(rows).unweighted();
  }

  MetricInput unweighted() {
    double[] ones = new double[truth.size()];
    Arrays.fill(ones, 1);
    return withWeights(ones);
  }

  MetricInput withWeights(double... other) {
    return new MetricInput(
        truth,
        predicted,
        probabilities,
        binary,
        scores,
        numbers,
        forecasts,
        sets,
        predictedSets,
        setScores,
        parts,
        clusters,
        points,
        other);
  }

  /** Classes, labels and parts under other numbers. */
  MetricInput relabelled() {
    int[] order = {2, 0, 1};
    List<String> names = Arrays.stream(order).mapToObj(NAMES::get).toList();
    return new MetricInput(
        truth.withClasses(names),
        predicted.withClasses(names),
        probabilities.columns(order),
        binary,
        scores,
        numbers,
        forecasts,
        sets.columns(order),
        predictedSets.columns(order),
        setScores.columns(order),
        Arrays.stream(parts).map(p -> order[p]).toArray(),
        Arrays.stream(clusters).map(c -> order[c]).toArray(),
        points,
        weights);
  }

  /** A value that is missing in row 9 of everything that is numbers. */
  MetricInput withNaN() {
    return new MetricInput(
        truth,
        predicted,
        missing(probabilities),
        binary,
        missing(scores),
        numbers,
        missing(forecasts),
        sets,
        missing(predictedSets),
        missing(setScores),
        parts,
        clusters,
        missing(points),
        weights);
  }

  /** Row 9 is of a class, in both truths, that nothing is predicted for. */
  MetricInput withUnknownClass() {
    return new MetricInput(
        unknown(truth),
        predicted,
        probabilities,
        unknown(binary),
        scores,
        numbers,
        forecasts,
        sets,
        predictedSets,
        setScores,
        parts,
        clusters,
        points,
        weights);
  }

  private static Labels unknown(Labels labels) {
    List<String> names = new ArrayList<>(labels.toList());
    names.set(9, "other");
    List<String> classes = new ArrayList<>(labels.classes());
    classes.add("other");
    return Labels.of(names, classes);
  }

  private static Matrix missing(Matrix matrix) {
    Matrix copy = matrix.copy();
    copy.set(9, 1, Double.NaN);
    return copy;
  }

  private static double[] missing(double[] values) {
    double[] copy = values.clone();
    copy[9] = Double.NaN;
    return copy;
  }

  private static double[] at(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
  }
}
