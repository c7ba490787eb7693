package org.cairnml.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cairnml.base.DataException;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Model;
import org.cairnml.core.ProbabilityModel;
import org.cairnml.core.RegressionModel;

/**
 * Scores one row after another with buffers of its own, so that a row costs no allocation in the
 * pipeline. Not for use by several threads at a time: take one from {@link PipelineModel#scorer}
 * for each.
 *
 * <p>Values may be numbers, texts, truth values and times of {@code java.time}; null is missing. A
 * text that reads as a number or a time is one where training had such.
 */
public final class RowScorer {

  private final Chain chain;
  private final Model model;
  private final Chain.Buffers buffers;
  private final double[] probabilities;
  private final List<String> classes;
  private int code = -1;
  private double number = Double.NaN;

  RowScorer(Chain chain, Model model) {
    this.chain = chain;
    this.model = model;
    buffers = chain.buffers();
    classes = model instanceof ClassificationModel c ? c.classes() : List.of();
    probabilities = new double[model instanceof ProbabilityModel ? classes.size() : 0];
  }

  /**
   * Scores a row given by column name; other names are ignored.
   *
   * @return this
   * @throws DataException if a column is absent or a value is not usable, with the column's name
   */
  public RowScorer score(Map<String, ?> row) {
    Inputs inputs = chain.inputs();
    for (int k = 0; k < inputs.size(); k++) {
      Object value = row.get(inputs.name(k));
      if (value == null && !row.containsKey(inputs.name(k))) {
        throw new DataException(
            "column '"
                + inputs.name(k)
                + "', which the model was fitted on, is absent; the row has "
                + row.keySet()
                + ", give null for a value that is not known");
      }
      inputs.encode(k, value, buffers.encoded());
    }
    return run();
  }

  /**
   * Scores a row given in the order of {@link PipelineModel#inputs}.
   *
   * @return this
   * @throws DataException if there are more or fewer values, or one is not usable
   */
  public RowScorer score(Object... row) {
    Inputs inputs = chain.inputs();
    if (row.length != inputs.size()) {
      throw new DataException(
          "the row has "
              + row.length
              + " values, but the model was fitted on "
              + inputs.size()
              + " columns: "
              + inputs.kinds().keySet());
    }
    for (int k = 0; k < row.length; k++) {
      inputs.encode(k, row[k], buffers.encoded());
    }
    return run();
  }

  private RowScorer run() {
    double[] features = chain.run(buffers);
    if (model instanceof ProbabilityModel p) {
      p.probabilitiesInto(features, probabilities);
      code = likeliest(probabilities);
    } else if (model instanceof ClassificationModel c) {
      code = c.predictCode(features);
    } else {
      number = ((RegressionModel) model).predict(features);
    }
    return this;
  }

  /** The first of the largest. */
  static int likeliest(double[] probabilities) {
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    return best;
  }

  /**
   * The class of the last row.
   *
   * @throws DataException if the model predicts numbers
   */
  public String label() {
    return classes.get(code());
  }

  /**
   * The class of the last row as an index into {@link PipelineModel#classes}.
   *
   * @throws DataException if the model predicts numbers
   */
  public int code() {
    if (classes.isEmpty()) {
      throw new DataException("the model predicts numbers, not classes; ask for number()");
    }
    requireScored(code >= 0);
    return code;
  }

  /**
   * The number predicted for the last row.
   *
   * @throws DataException if the model predicts classes
   */
  public double number() {
    if (!classes.isEmpty()) {
      throw new DataException("the model predicts classes, not numbers; ask for label()");
    }
    requireScored(!Double.isNaN(number));
    return number;
  }

  /**
   * The probability of a class, by its index, for the last row.
   *
   * @throws DataException if the model knows no probabilities
   */
  public double probability(int classIndex) {
    if (probabilities.length == 0) {
      throw new DataException("the model knows no probabilities");
    }
    requireScored(code >= 0);
    return probabilities[classIndex];
  }

  private static void requireScored(boolean scored) {
    if (!scored) {
      throw new IllegalArgumentException("no row has been scored yet; call score(row) first");
    }
  }

  /** All that the model says of the last row. */
  public Prediction prediction() {
    if (classes.isEmpty()) {
      return new Prediction(Optional.empty(), OptionalDouble.of(number()), Map.of());
    }
    Map<String, Double> byClass = new LinkedHashMap<>();
    for (int c = 0; c < probabilities.length; c++) {
      byClass.put(classes.get(c), probabilities[c]);
    }
    return new Prediction(Optional.of(label()), OptionalDouble.empty(), byClass);
  }
}
