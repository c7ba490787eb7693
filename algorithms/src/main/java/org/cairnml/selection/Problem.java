package org.cairnml.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Learner;
import org.cairnml.core.Model;
import org.cairnml.core.Regressor;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.data.Table;
import org.cairnml.metrics.ClassPredictions;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.pipeline.Predictions;
import org.cairnml.pipeline.Task;

/** Something to fit on some rows and to test on others: a learner with data, or a pipeline. */
interface Problem {

  /** What a splitter may look at. */
  SplitRows rows();

  /** Whether classes are predicted. */
  boolean isClassification();

  /** Fits on these rows; the result predicts test rows. */
  Function<int[], FoldPredictions> fit(int[] train, FitOptions options);

  /** The same with these settings, which {@link SearchSpace} says how to name. */
  Problem with(Map<String, Object> settings);

  /** The same on some of its rows. */
  Problem select(int[] rows);

  /** The learner or the pipeline in words. */
  String subject();

  /** {@link Fingerprint} of the data. */
  String fingerprint();

  /** A learner on data. */
  static Problem of(Learner learner, Dataset data) {
    if (!(learner instanceof Classifier<?>) && !(learner instanceof Regressor<?>)) {
      throw new IllegalArgumentException(
          "cross-validation needs a classifier or a regressor, but "
              + learner.getClass().getSimpleName()
              + " is neither");
    }
    return new OfLearner(learner, data);
  }

  /**
   * A pipeline on the rows of a table that have a target.
   *
   * @param groups the column of which equal values belong together, never a feature; or null
   */
  static Problem of(Pipeline pipeline, Table table, String groups) {
    Column target = table.column(pipeline.target());
    int[] known = IntStream.range(0, table.rows()).filter(i -> !target.isMissing(i)).toArray();
    if (known.length == 0) {
      throw new DataException(
          "the target '" + target.name() + "' has no value in any row to learn from; fill it in");
    }
    Table rows = known.length == table.rows() ? table : table.rows(known);
    SplitRows split = SplitRows.of(rows);
    if (pipeline.task() == Task.CLASSIFICATION) {
      split = split.withClasses(rows.column(pipeline.target()));
    }
    if (groups == null) {
      return new OfPipeline(pipeline, rows, split);
    }
    return new OfPipeline(pipeline.without(groups), rows, split.withGroups(rows.column(groups)));
  }

  /** A learner, whose data are sliced. */
  record OfLearner(Learner learner, Dataset data) implements Problem {

    @Override
    public SplitRows rows() {
      return SplitRows.of(data);
    }

    @Override
    public boolean isClassification() {
      return learner instanceof Classifier<?>;
    }

    @Override
    public Problem with(Map<String, Object> settings) {
      return new OfLearner(Settings.apply(learner, settings), data);
    }

    @Override
    public Problem select(int[] chosen) {
      return new OfLearner(learner, data.rows(chosen));
    }

    @Override
    public String subject() {
      return learner.toString();
    }

    @Override
    public String fingerprint() {
      return Fingerprint.of(data);
    }

    @Override
    public Function<int[], FoldPredictions> fit(int[] train, FitOptions options) {
      Dataset rows = data.rows(train);
      Model model =
          learner instanceof Classifier<?> c
              ? c.fit(rows, options)
              : ((Regressor<?>) learner).fit(rows, options);
      return test -> FoldPredictions.of(model, data.rows(test));
    }
  }

  /** A pipeline, every step of which is fitted on the training rows alone. */
  record OfPipeline(Pipeline pipeline, Table table, SplitRows rows) implements Problem {

    @Override
    public boolean isClassification() {
      return pipeline.task() == Task.CLASSIFICATION;
    }

    @Override
    public Problem with(Map<String, Object> settings) {
      return new OfPipeline(Settings.apply(pipeline, settings), table, rows);
    }

    @Override
    public Problem select(int[] chosen) {
      return new OfPipeline(pipeline, table.rows(chosen), rows.select(chosen));
    }

    @Override
    public String subject() {
      return pipeline.toString();
    }

    @Override
    public String fingerprint() {
      return Fingerprint.of(table);
    }

    @Override
    public Function<int[], FoldPredictions> fit(int[] train, FitOptions options) {
      PipelineModel model = pipeline.fit(table.rows(train), options);
      return test -> predictions(model, table.rows(test), test);
    }

    private FoldPredictions predictions(PipelineModel model, Table part, int[] test) {
      Predictions said = model.predict(part);
      double[] weights = weights(part);
      if (!isClassification()) {
        double[] truth = part.column(pipeline.target()).toDoubles();
        return FoldPredictions.ofNumbers(truth, said.numbers(), weights);
      }
      Labels truth = rows.classes().orElseThrow().rows(test);
      return FoldPredictions.ofClasses(
          truth, new ClassPredictions(said.labels(), said.probabilities()), weights);
    }

    private double[] weights(Table part) {
      if (pipeline.weights().isPresent()) {
        return part.column(pipeline.weights().get()).toDoubles();
      }
      double[] ones = new double[part.rows()];
      Arrays.fill(ones, 1);
      return ones;
    }
  }

  /** The splits, none of which may lack rows. */
  default List<Split> splits(Splitter splitter) {
    List<Split> splits = new ArrayList<>(splitter.split(rows()));
    if (splits.isEmpty()) {
      throw new DataException("the splitter " + splitter + " made no split");
    }
    return splits;
  }
}
