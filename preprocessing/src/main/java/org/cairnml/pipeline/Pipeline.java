package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cairnml.core.FitOptions;
import org.cairnml.core.HandlesCategories;
import org.cairnml.core.HandlesMissing;
import org.cairnml.core.HandlesSparse;
import org.cairnml.core.Learner;
import org.cairnml.core.Transformer;
import org.cairnml.data.Table;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.impute.CategoryStrategy;
import org.cairnml.preprocessing.impute.NumericStrategy;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.preprocessing.text.TextVectorizer;

/**
 * Transformers and a learner as one learner over tables. Everything is learned from the training
 * table alone: which columns are used, the levels of categories, and what each step learns.
 *
 * <p>Columns become features like this: numbers stay, true and false become 1 and 0, categories
 * become the index of a level, times become several numbers (days since 1970, month, day, weekday,
 * hour), texts become numbers for their terms. The steps then follow in their order, and the
 * learner. What a text became passes by the steps, except those that name its column.
 *
 * <p>Where the learner is a {@link org.cairnml.core.HandlesSparse}, texts and one-hot columns that
 * make more than 100 features are kept in sparse matrices all the way.
 *
 * <pre>{@code
 * var model = Pipeline.auto("Churn", new RandomForestClassifier()).fit(train);
 * System.out.println(model.evaluate(test));
 * }</pre>
 *
 * @param target the column to predict
 * @param learner a classifier or a regressor
 * @param steps what happens to the features before the learner sees them
 * @param columns which columns become features
 * @param excluded columns that are never features
 * @param weights the column with the weights of the rows, never a feature; all weigh 1 if empty
 * @param texts columns that are read as texts, and how; before all steps
 */
public record Pipeline(
    String target,
    Learner learner,
    List<Step> steps,
    Columns columns,
    List<String> excluded,
    Optional<String> weights,
    Map<String, TextVectorizer> texts) {

  private static final int MOST_LEVELS = 100;

  /** Use {@link #auto} or {@link #of} instead. */
  public Pipeline {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(weights, "weights");
    Task.of(Objects.requireNonNull(learner, "learner"));
    steps = List.copyOf(steps);
    excluded = List.copyOf(excluded);
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /**
   * The columns that can help, prepared as the learner needs them.
   *
   * <p>A learner that {@link HandlesMissing} gets missing values as they are; for others, numbers
   * are filled by the median and missing categories become a level of their own. A learner that
   * {@link HandlesCategories} gets categories as they are; for others they are one-hot encoded,
   * where the rarest levels beyond 100 share a column. Learners that handle neither also get every
   * column scaled to mean 0 and deviation 1; those that use sparse features only the columns that
   * are numbers from the beginning, so that one-hot columns keep their zeros.
   *
   * @throws IllegalArgumentException if the learner is neither a classifier nor a regressor
   */
  public static Pipeline auto(String target, Learner learner) {
    List<Step> steps = new ArrayList<>();
    boolean impute = !(learner instanceof HandlesMissing);
    boolean encode = !(learner instanceof HandlesCategories);
    if (impute) {
      steps.add(
          all(
              new SimpleImputer()
                  .withNumeric(NumericStrategy.MEDIAN)
                  .withCategory(CategoryStrategy.CONSTANT)));
    }
    if (encode) {
      steps.add(all(new OneHotEncoder().withMaxLevels(MOST_LEVELS)));
    }
    if (impute && encode) {
      int place = learner instanceof HandlesSparse ? steps.size() - 1 : steps.size();
      steps.add(place, all(new StandardScaler()));
    }
    return new Pipeline(
        target, learner, steps, Columns.AUTOMATIC, List.of(), Optional.empty(), Map.of());
  }

  /**
   * All columns, with no step yet.
   *
   * @throws IllegalArgumentException if the learner is neither a classifier nor a regressor
   */
  public static Pipeline of(String target, Learner learner) {
    return new Pipeline(
        target, learner, List.of(), Columns.ALL, List.of(), Optional.empty(), Map.of());
  }

  private static Step all(Transformer<?> transformer) {
    return new Step(transformer, List.of());
  }

  /**
   * The same with one more step before the learner.
   *
   * @param columns the names of the columns that the step sees, as the step before left them; all
   *     but those of texts if none is named. The name of a column read as texts stands for all that
   *     it became. The other columns then come first, unchanged
   */
  public Pipeline with(Transformer<?> transformer, String... columns) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(transformer, Arrays.asList(columns)));
    return new Pipeline(target, learner, more, this.columns, excluded, weights, texts);
  }

  /** The same with another learner and the same steps. */
  public Pipeline withLearner(Learner other) {
    return new Pipeline(target, other, steps, columns, excluded, weights, texts);
  }

  /** The same with another choice of columns. */
  public Pipeline withColumns(Columns choice) {
    return new Pipeline(target, learner, steps, choice, excluded, weights, texts);
  }

  /** The same without these columns. */
  public Pipeline without(String... names) {
    List<String> more = new ArrayList<>(excluded);
    more.addAll(Arrays.asList(names));
    return new Pipeline(target, learner, steps, columns, more, weights, texts);
  }

  /** The same with the weights of the rows in this column: 2 counts as the row twice. */
  public Pipeline withWeights(String column) {
    return new Pipeline(target, learner, steps, columns, excluded, Optional.of(column), texts);
  }

  /**
   * The same with a column read as texts, whatever its kind: each term becomes a feature, named
   * {@code "review=good"}. The terms are those of the training rows.
   */
  public Pipeline withText(String column, TextVectorizer vectorizer) {
    Map<String, TextVectorizer> more = new LinkedHashMap<>(texts);
    more.put(column, vectorizer);
    return new Pipeline(target, learner, steps, columns, excluded, weights, more);
  }

  /** What the learner predicts. */
  public Task task() {
    return Task.of(learner);
  }

  /** Whether a column of this name may become a feature. */
  boolean isFeature(String name) {
    return !name.equals(target) && !excluded.contains(name) && !weights.equals(Optional.of(name));
  }

  /** Learns from a table, with default options. */
  public PipelineModel fit(Table train) {
    return fit(train, new FitOptions());
  }

  /**
   * Learns from a table. Rows without a target are left out; the model's notes say so.
   *
   * @throws org.cairnml.base.DataException if the target is absent, has only one class, or does not
   *     suit the learner; if no column is left to learn from; if a column cannot be used
   * @throws IllegalArgumentException if the options have a validation set: give its rows as a table
   */
  public PipelineModel fit(Table train, FitOptions options) {
    if (options.validation().isPresent()) {
      throw new IllegalArgumentException(
          "a pipeline takes its validation rows as a table: fit(train, validation, options)");
    }
    return new PipelineFit(this, train, options).run(Optional.empty());
  }

  /**
   * Learns from a table while the learner watches other rows, which every step transforms but none
   * learns from.
   *
   * @throws org.cairnml.base.DataException as {@link #fit(Table, FitOptions)}, and if the
   *     validation rows lack a column or have a class that training lacks
   */
  public PipelineModel fit(Table train, Table validation, FitOptions options) {
    return new PipelineFit(this, train, options).run(Optional.of(validation));
  }

  /** The steps and the learner, one a line. */
  public String describe() {
    var text = new StringBuilder("pipeline for '" + target + "' (" + task().word() + ")");
    steps.forEach(step -> text.append("\n  ").append(step));
    return text.append("\n  ").append(learner).toString();
  }
}
