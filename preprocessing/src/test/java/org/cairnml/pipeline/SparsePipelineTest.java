package org.cairnml.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Transformer;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.encode.TargetEncoder;
import org.cairnml.preprocessing.feature.BinStrategy;
import org.cairnml.preprocessing.feature.FeatureUnion;
import org.cairnml.preprocessing.feature.KBinsDiscretizer;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.MaxAbsScaler;
import org.cairnml.preprocessing.scale.MinMaxScaler;
import org.cairnml.preprocessing.scale.Normalizer;
import org.cairnml.preprocessing.select.Score;
import org.cairnml.preprocessing.select.SelectKBest;
import org.cairnml.preprocessing.select.VarianceThreshold;
import org.cairnml.preprocessing.text.CountVectorizer;
import org.cairnml.preprocessing.text.HashingVectorizer;
import org.cairnml.preprocessing.text.TfidfVectorizer;
import org.junit.jupiter.api.Test;

class SparsePipelineTest {

  private static final int ROWS = 400;

  /** Each text has a word of its own and one of its class; a shop has two rows. */
  private static Table sales(int rows) {
    List<String> texts = new ArrayList<>();
    List<String> shops = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    double[] prices = new double[rows];
    for (int i = 0; i < rows; i++) {
      texts.add("item" + i + (i % 2 == 0 ? " fine" : " poor"));
      shops.add("shop" + i / 2);
      classes.add(i % 2 == 0 ? "kept" : "returned");
      prices[i] = i % 10 == 3 ? Double.NaN : i % 7;
    }
    return Table.of(
        Column.text("review", texts),
        Column.numeric("price", prices),
        Column.category("shop", shops),
        Column.category("fate", classes));
  }

  private static Pipeline prepared(Pipeline empty) {
    return empty
        .withText("review", new CountVectorizer())
        .with(new SimpleImputer())
        .with(new MaxAbsScaler(), "price")
        .with(new OneHotEncoder());
  }

  @Test
  void textsAndOneHotColumnsReachASparseLearnerWithoutBeingDense() {
    Table table = sales(ROWS);
    PipelineModel fitted = prepared(Pipeline.of("fate", new SparseMean())).fit(table);
    assertThat(fitted.model().summary().note()).isEqualTo("sparse");
    Dataset features = fitted.features(table);
    assertThat(features.isSparse()).isTrue();
    assertThat(features.cols()).isEqualTo(ROWS + 2 + 1 + ROWS / 2);
    assertThat(features.sparse().nonZeros()).isLessThanOrEqualTo(4 * ROWS);
    assertThat(features.schema().names()).contains("review=fine", "price", "shop=shop17");
  }

  @Test
  void sparseAndDenseFeaturesAreTheSame() {
    Table table = sales(ROWS);
    PipelineModel sparse = prepared(Pipeline.of("fate", new SparseMean())).fit(table);
    PipelineModel dense = prepared(Pipeline.of("fate", new NearestMean())).fit(table);
    assertThat(sparse.features(table).schema()).isEqualTo(dense.features(table).schema());
    assertThat(dense.features(table).isSparse()).isFalse();
    assertThat(sparse.transform(table)).isEqualTo(dense.transform(table));
  }

  @Test
  void rowsTablesAndSavedModelsAgree() {
    Table table = sales(ROWS);
    PipelineModel fitted = prepared(Pipeline.of("fate", new SparseMean())).fit(table);
    Predictions all = fitted.predict(table);
    for (int i = 0; i < 20; i++) {
      Prediction one = fitted.predict(table.row(i));
      assertThat(one.label()).contains(all.labels().get(i));
      assertThat(one.probabilities().get("kept"))
          .isEqualTo(all.probabilities().orElseThrow().get(i, 0));
    }
    var codec = new PipelineModelCodec();
    PipelineModel read = codec.read(codec.write(fitted));
    assertThat(read.features(table).sparse()).isEqualTo(fitted.features(table).sparse());
  }

  @Test
  void unseenLevelsAndEmptyTextsAreZeros() {
    PipelineModel fitted =
        prepared(Pipeline.of("fate", new SparseMean())).fit(sales(ROWS), new FitOptions());
    Table strange =
        Table.of(
            Column.text("review", (String) null, "unheard of"),
            Column.numeric("price", 0, 0),
            Column.category("shop", "new", "newer"));
    assertThat(fitted.features(strange).sparse().nonZeros()).isZero();
    assertThat(fitted.predict(strange).notes()).anyMatch(note -> note.contains("'shop'"));
  }

  /** As a dense matrix the terms would take 8 GB, which {@link Dataset#dense} refuses. */
  @Test
  void scalersSelectionsAndUnionsLeaveTextsSparse() {
    Table table = sales(8000);
    for (List<Transformer<?>> steps :
        List.<List<Transformer<?>>>of(
            List.of(new MaxAbsScaler(), new Normalizer()),
            List.of(new FeatureUnion(List.of(new Normalizer(), new MaxAbsScaler()))))) {
      Pipeline pipeline =
          Pipeline.of("fate", new SparseMean())
              .without("shop", "price")
              .withText("review", new HashingVectorizer().withFeatures(1 << 17));
      for (Transformer<?> step : steps) {
        pipeline = pipeline.with(step, "review");
      }
      Dataset features = pipeline.fit(table).features(table);
      assertThat(features.isSparse()).isTrue();
      assertThat(features.sparse().nonZeros()).isLessThanOrEqualTo(4 * table.rows());
    }
  }

  @Test
  void theTermsThatTellMostAreChosenFromSparseOnes() {
    Table table = sales(ROWS);
    Pipeline texts =
        Pipeline.of("fate", new SparseMean())
            .without("shop", "price")
            .withText("review", new CountVectorizer());
    for (Score score : Score.values()) {
      PipelineModel chosen =
          texts.with(new SelectKBest().withScore(score).withK(2), "review").fit(table);
      assertThat(chosen.model().schema().names()).containsExactly("review=fine", "review=poor");
    }
    double share = 0.9 / ROWS;
    PipelineModel varied =
        texts.with(new VarianceThreshold().withThreshold(share), "review").fit(table);
    assertThat(varied.model().schema().names()).hasSize(ROWS + 2);
  }

  @Test
  void manyBinsAreKeptSparseAlsoInAUnion() {
    Table table = sales(ROWS).select("price", "fate");
    double[] prices = new double[ROWS];
    java.util.Arrays.setAll(prices, i -> i * 37 % 101 + i % 2);
    Table priced = table.withColumn(Column.numeric("price", prices));
    var bins = new KBinsDiscretizer().withBins(150).withStrategy(BinStrategy.UNIFORM);
    for (Transformer<?> step :
        List.of(bins, new FeatureUnion(List.of(new MinMaxScaler(), bins, new TargetEncoder())))) {
      PipelineModel sparse = Pipeline.of("fate", new SparseMean()).with(step).fit(priced);
      assertThat(sparse.model().summary().note()).isEqualTo("sparse");
      Dataset features = sparse.features(priced);
      assertThat(features.sparse().nonZeros()).isLessThanOrEqualTo(3 * ROWS);
      PipelineModel dense = Pipeline.of("fate", new NearestMean()).with(step).fit(priced);
      assertThat(dense.features(priced).isSparse()).isFalse();
      assertThat(features.sparse().toDense()).isEqualTo(dense.features(priced).x());
    }
  }

  @Test
  void onlyTheStepsThatNameAColumnOfTextsSeeItsTerms() {
    Table table = sales(ROWS);
    PipelineModel fitted =
        Pipeline.auto("fate", new NearestMean())
            .withText("review", new TfidfVectorizer())
            .fit(table);
    int fine = fitted.model().schema().names().indexOf("review=fine");
    assertThat(fitted.transform(table).get(1, fine)).as("not centred").isZero();
    PipelineModel scaled =
        Pipeline.of("fate", new NearestMean())
            .without("shop", "price")
            .withText("review", new CountVectorizer().withStopWords(List.of("poor")))
            .with(new MaxAbsScaler(), "review")
            .fit(table);
    assertThat(scaled.steps()).hasSize(1);
    assertThat(scaled.steps().get(0).schema().width()).isEqualTo(ROWS + 1);
    assertThat(scaled.predict(Map.of("review", "fine")).label()).contains("kept");
  }
}
