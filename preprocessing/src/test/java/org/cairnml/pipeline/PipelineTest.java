package org.cairnml.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.cairnml.base.DataException;
import org.cairnml.base.Progress;
import org.cairnml.core.FitOptions;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.cairnml.metrics.ClassificationReport;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.encode.TargetEncoder;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.MinMaxScaler;
import org.cairnml.preprocessing.text.TfidfVectorizer;
import org.cairnml.testkit.Allocation;
import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final Table CUSTOMERS =
      Table.of(
          Column.numeric("customerID", 901, 17, 333, 48, 502, 6, 777, 80),
          Column.numeric("age", 20, 25, 30, Double.NaN, 60, 65, 70, 62),
          Column.category("contract", "month", "month", "year", "month", "two", null, "two", "two"),
          Column.bool("paperless", true, false, null, true, false, false, true, false),
          Column.time("since", days(10, 40, 70, 90, 400, 300, 500, 600)),
          Column.text("remark", "a b", "c", null, "d e f", "g", "h", "i", "j"),
          Column.numeric(
              "nothing",
              new double[] {
                Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, Double.NaN, Double.NaN, Double.NaN
              }),
          Column.category("country", "AT", "AT", "AT", "AT", "AT", "AT", "AT", "AT"),
          Column.category("churn", "yes", "yes", "yes", "yes", "no", "no", "no", "no"));

  private final Pipeline pipeline = Pipeline.auto("churn", new NearestMean());
  private final PipelineModel model = pipeline.fit(CUSTOMERS);

  private static List<LocalDate> days(int... days) {
    return Arrays.stream(days).mapToObj(LocalDate.of(2020, 1, 1)::plusDays).toList();
  }

  @Test
  void autoUsesWhatCanHelpAndTellsWhatItLeftOut() {
    assertThat(model.inputs().keySet()).containsExactly("age", "contract", "paperless", "since");
    assertThat(model.notes())
        .hasSize(4)
        .anyMatch(note -> note.contains("customerID") && note.contains("identifier"))
        .anyMatch(note -> note.contains("remark") && note.contains("text"))
        .anyMatch(note -> note.contains("nothing") && note.contains("no value"))
        .anyMatch(note -> note.contains("country") && note.contains("AT"));
  }

  @Test
  void featureNamesReachTheLearner() {
    assertThat(model.model().schema().names())
        .containsExactly(
            "age",
            "contract=month",
            "contract=two",
            "contract=year",
            "contract=missing",
            "paperless",
            "since days",
            "since month",
            "since day",
            "since weekday");
  }

  @Test
  void tableMapAndArrayAgree() {
    Predictions all = model.predict(CUSTOMERS);
    RowScorer scorer = model.scorer();
    for (int i = 0; i < CUSTOMERS.rows(); i++) {
      Map<String, Object> row = CUSTOMERS.row(i);
      Prediction one = model.predict(row);
      assertThat(one.label()).contains(all.labels().get(i));
      Object[] values = model.inputs().keySet().stream().map(row::get).toArray();
      assertThat(model.predict(values)).isEqualTo(one);
      for (int c = 0; c < 2; c++) {
        double p = all.probabilities().orElseThrow().get(i, c);
        assertThat(scorer.score(row).probability(c)).isEqualTo(p);
        assertThat(one.probabilities().get(model.classes().get(c))).isEqualTo(p);
      }
    }
  }

  @Test
  void evaluationNamesTheClasses() {
    var report = model.evaluate(CUSTOMERS);
    assertThat(report).isInstanceOf(ClassificationReport.class);
    assertThat(report.metrics().get("accuracy")).isEqualTo(1.0);
    assertThat(report.toString()).contains("yes").contains("no");
  }

  @Test
  void theOrderOfColumnsDoesNotMatter() {
    List<String> names = new ArrayList<>(CUSTOMERS.names());
    Collections.reverse(names);
    assertThat(model.predict(CUSTOMERS.select(names)).probabilities())
        .isEqualTo(model.predict(CUSTOMERS).probabilities());
  }

  @Test
  void nothingIsLearnedFromOtherRows() {
    Table train = CUSTOMERS.rows(0, 1, 3, 4, 6, 7);
    PipelineModel part = pipeline.fit(train);
    assertThat(part.model().schema().names())
        .contains("contract=month", "contract=two")
        .doesNotContain("contract=year");
    Predictions predictions = part.predict(CUSTOMERS);
    assertThat(predictions.notes()).hasSize(1);
    assertThat(predictions.notes().get(0)).contains("contract", "1 rows", "year");
  }

  @Test
  void extraColumnsAreIgnoredAndReported() {
    Table more = CUSTOMERS.drop("churn", "remark").withColumn(Column.numeric("new", new int[8]));
    Predictions predictions = model.predict(more);
    assertThat(predictions.notes())
        .containsExactly("ignored columns that training did not have: [new]");
    assertThat(predictions.labels()).isEqualTo(model.predict(CUSTOMERS).labels());
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> model.predict(CUSTOMERS.rename("age", "Agee")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'age'")
        .hasMessageContaining("did you mean 'Agee'");
    Map<String, Object> row = new LinkedHashMap<>(CUSTOMERS.row(0));
    row.remove("contract");
    assertThatThrownBy(() -> model.predict(row))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'contract'");
    assertThatThrownBy(() -> model.predict(1, "month"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 values")
        .hasMessageContaining("[age, contract, paperless, since]");
  }

  @Test
  void textWhereNumbersWereIsNamed() {
    Table wrong =
        CUSTOMERS.withColumn(Column.text("age", "20", " 25", "", "forty", "60", "65", "70", "62"));
    assertThatThrownBy(() -> model.predict(wrong))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 3")
        .hasMessageContaining("'age'")
        .hasMessageContaining("'forty'")
        .hasMessageContaining("number");
    Map<String, Object> row = new LinkedHashMap<>(CUSTOMERS.row(0));
    row.put("since", "once");
    assertThatThrownBy(() -> model.predict(row))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'since'")
        .hasMessageContaining("'once'");
  }

  @Test
  void textsThatReadAsValuesAreUsable() {
    Map<String, Object> texts = new LinkedHashMap<>();
    CUSTOMERS.row(1).forEach((name, value) -> texts.put(name, value == null ? "" : value + ""));
    assertThat(model.predict(texts)).isEqualTo(model.predict(CUSTOMERS.row(1)));
  }

  @Test
  void theTargetMustBeThereAndHaveTwoClasses() {
    assertThatThrownBy(() -> Pipeline.auto("churm", new NearestMean()).fit(CUSTOMERS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("did you mean 'churn'");
    assertThatThrownBy(() -> pipeline.fit(CUSTOMERS.rows(0, 1, 2)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'churn'")
        .hasMessageContaining("'yes'");
    assertThatThrownBy(() -> pipeline.fit(CUSTOMERS.rows(new int[0])))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> Pipeline.auto("nothing", new NearestMean()).fit(CUSTOMERS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'nothing'");
    assertThatThrownBy(() -> Pipeline.auto("churn", new NearestRow()).fit(CUSTOMERS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 0")
        .hasMessageContaining("classifier");
    assertThatThrownBy(() -> Pipeline.auto("churn", new OneHotEncoder()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rowsWithoutTargetAreLeftOutAndReported() {
    Table gaps =
        CUSTOMERS.withColumn(
            Column.category("churn", "yes", null, "yes", "yes", "no", null, "no", "no"));
    PipelineModel fitted = pipeline.fit(gaps);
    assertThat(fitted.notes()).anyMatch(note -> note.contains("2 rows") && note.contains("churn"));
    assertThat(fitted.predict(CUSTOMERS).probabilities())
        .isEqualTo(pipeline.fit(gaps.rows(0, 2, 3, 4, 6, 7)).predict(CUSTOMERS).probabilities());
    assertThat(fitted.evaluate(gaps).metrics().get("accuracy")).isEqualTo(1.0);
  }

  @Test
  void anUnknownClassAtEvaluationIsNamed() {
    Table other =
        CUSTOMERS.withColumn(
            Column.category("churn", "yes", "maybe", "yes", "yes", "no", "no", "no", "no"));
    assertThatThrownBy(() -> model.evaluate(other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 1")
        .hasMessageContaining("'maybe'");
  }

  @Test
  void aLearnerThatHandlesMissingAndCategoriesGetsThem() {
    Pipeline plain = Pipeline.auto("churn", new ByLevel());
    assertThat(plain.steps()).isEmpty();
    Table train = CUSTOMERS.select("contract", "age", "churn");
    PipelineModel fitted = plain.fit(train);
    assertThat(fitted.predict("month", 1).label()).contains("yes");
    assertThat(fitted.predict(null, 1).label()).contains("no");
    assertThat(fitted.predict("never seen", 1).label()).contains("no");
    assertThat(fitted.predict(train).labels().get(5)).isEqualTo("no");
  }

  @Test
  void explicitStepsAreUsedAsGiven() {
    Pipeline explicit =
        Pipeline.of("churn", new NearestMean())
            .without("remark", "nothing", "customerID", "since")
            .with(new SimpleImputer())
            .with(new OneHotEncoder());
    PipelineModel fitted = explicit.fit(CUSTOMERS);
    assertThat(fitted.inputs().keySet()).containsExactly("age", "contract", "paperless", "country");
    assertThat(fitted.steps()).hasSize(2);
    assertThatThrownBy(() -> Pipeline.of("churn", new NearestMean()).fit(CUSTOMERS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("remark")
        .hasMessageContaining("without");
    Table two = CUSTOMERS.select("contract", "churn");
    assertThatThrownBy(() -> Pipeline.of("churn", new NearestMean()).fit(two))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("contract")
        .hasMessageContaining("OneHotEncoder");
    assertThatThrownBy(() -> explicit.without("remarks").fit(CUSTOMERS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("did you mean 'remark'");
  }

  @Test
  void aStepMaySeeSomeColumnsOnly() {
    Pipeline explicit =
        Pipeline.of("churn", new NearestMean())
            .without("remark", "nothing", "customerID", "since", "country", "paperless")
            .with(new TargetEncoder().withSmoothing(1), "contract")
            .with(new SimpleImputer())
            .with(new MinMaxScaler(), "age");
    PipelineModel fitted = explicit.fit(CUSTOMERS);
    assertThat(fitted.model().schema().names()).containsExactly("contract", "age");
    Matrix features = fitted.transform(CUSTOMERS);
    assertThat(features.get(0, 1)).isEqualTo(0);
    assertThat(features.get(6, 1)).isEqualTo(1);
    assertThat(features.get(0, 0)).isEqualTo(0.875);
    var codec = new PipelineModelCodec();
    assertThat(codec.read(codec.write(fitted)).transform(CUSTOMERS)).isEqualTo(features);
    RowScorer scorer = fitted.scorer();
    assertThat(scorer.score(CUSTOMERS.row(2)).label())
        .isEqualTo(fitted.predict(CUSTOMERS).labels().get(2));
    assertThatThrownBy(() -> explicit.with(new MinMaxScaler(), "fee").fit(CUSTOMERS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'fee'")
        .hasMessageContaining("[contract, age]");
  }

  @Test
  void textsBecomeTermsOfTheTrainingRows() {
    Table reviews =
        Table.of(
            Column.text("review", "good good tool", "bad tool", null, "good", "awful bad"),
            Column.category("stars", "five", "one", "five", "five", "one"));
    PipelineModel fitted =
        Pipeline.auto("stars", new NearestMean())
            .withText("review", new TfidfVectorizer())
            .fit(reviews);
    assertThat(fitted.model().schema().names())
        .containsExactly("review=awful", "review=bad", "review=good", "review=tool");
    assertThat(fitted.predict("a good thing").label()).contains("five");
    assertThat(fitted.predict(Map.of("review", "bad bad")).label()).contains("one");
    var codec = new PipelineModelCodec();
    assertThat(codec.read(codec.write(fitted)).predict(reviews).probabilities())
        .isEqualTo(fitted.predict(reviews).probabilities());
    assertThat(fitted.inputs()).containsEntry("review", Column.Kind.TEXT);
  }

  @Test
  void regressionPredictsNumbers() {
    Table train = CUSTOMERS.filter(i -> i != 3);
    PipelineModel fitted = Pipeline.auto("age", new NearestRow()).fit(train);
    assertThat(fitted.task()).isEqualTo(Task.REGRESSION);
    assertThat(fitted.predict(train).numbers()).containsExactly(20, 25, 30, 60, 65, 70, 62);
    assertThat(fitted.predict(train.row(2)).number()).hasValue(30);
    assertThat(fitted.evaluate(train).metrics().get("rmse")).isEqualTo(0.0);
    assertThatThrownBy(() -> fitted.predict(train).labels()).isInstanceOf(DataException.class);
  }

  @Test
  void numbersAreClassesForAClassifier() {
    Table numbered = CUSTOMERS.withColumn(Column.numeric("churn", 1, 1, 1, 1, 0, 0, 0, 0));
    PipelineModel fitted = pipeline.fit(numbered);
    assertThat(fitted.classes()).containsExactly("0", "1");
    assertThat(fitted.predict(numbered).labels().toList()).startsWith("1", "1").endsWith("0");
    assertThat(Task.of(numbered.column("churn"))).isEqualTo(Task.CLASSIFICATION);
    assertThat(Task.of(Column.numeric("price", 1.5, 2, 3))).isEqualTo(Task.REGRESSION);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRows() {
    Table weighted = CUSTOMERS.withColumn(Column.numeric("w", 2, 1, 1, 1, 1, 1, 1, 1));
    Pipeline part = pipeline.without("customerID");
    var byWeight = part.withWeights("w").fit(weighted).predict(CUSTOMERS);
    var repeated = part.fit(CUSTOMERS.rows(0, 0, 1, 2, 3, 4, 5, 6, 7)).predict(CUSTOMERS);
    for (int i = 0; i < CUSTOMERS.rows(); i++) {
      assertThat(byWeight.probabilities().orElseThrow().get(i, 0))
          .isCloseTo(repeated.probabilities().orElseThrow().get(i, 0), Offset.offset(1e-12));
    }
  }

  @Test
  void validationRowsReachTheLearnerTransformed() {
    List<Double> seen = new ArrayList<>();
    var options =
        new FitOptions()
            .withProgress(
                step -> {
                  seen.add(step.objective());
                  return Progress.Answer.CONTINUE;
                });
    var watched = pipeline.fit(CUSTOMERS, CUSTOMERS.rows(0, 5, 6), options);
    assertThat(seen).containsExactly(3.0);
    assertThat(watched.predict(CUSTOMERS).probabilities())
        .isEqualTo(model.predict(CUSTOMERS).probabilities());
  }

  @Test
  void theSavedModelPredictsTheSame() {
    var codec = new PipelineModelCodec();
    PipelineModel again = codec.read(codec.write(model));
    assertThat(again.predict(CUSTOMERS).probabilities())
        .isEqualTo(model.predict(CUSTOMERS).probabilities());
    assertThat(again.describe()).isEqualTo(model.describe());
    assertThat(again.inputs()).isEqualTo(model.inputs());
  }

  @Test
  void manyThreadsScoreTheSame() {
    Predictions expected = model.predict(CUSTOMERS);
    List<Prediction> all =
        IntStream.range(0, 2000)
            .parallel()
            .mapToObj(i -> model.predict(CUSTOMERS.row(i % CUSTOMERS.rows())))
            .toList();
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).label()).contains(expected.labels().get(i % CUSTOMERS.rows()));
    }
  }

  @Test
  void theDescriptionHasStepsWidthsAndNotes() {
    assertThat(model.describe())
        .contains("churn", "no, yes", "4 columns to 7", "7 to 7", "7 to 10", "NearestMean")
        .contains("left out column 'remark'");
    assertThat(pipeline.describe()).contains("SimpleImputer", "OneHotEncoder", "StandardScaler");
  }

  @Test
  void predictionsBecomeATable() {
    Table table = model.predict(CUSTOMERS).toTable();
    assertThat(table.names()).containsExactly("prediction", "probability_no", "probability_yes");
    assertThat(table.column("prediction").string(0)).isEqualTo("yes");
  }

  @Test
  void aScorerAllocatesNothingInThePipeline() throws ReflectiveOperationException {
    Map<String, Object> row = CUSTOMERS.row(0);
    RowScorer scorer = model.scorer();
    assertThat(Allocation.bytesPerRun(5000, () -> scorer.score(row))).isZero();
  }
}
