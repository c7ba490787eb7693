package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.core.ModelFile;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.pipeline.NearestMean;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transformer and a learner of other packages join a pipeline by implementing one interface. */
class OwnTransformerTest {

  private static final Table SALES =
      Table.of(
          Column.numeric("price", 1, 3, 7, Double.NaN, 127, 31),
          Column.numeric("pieces", 1, 1, 1, 0, 0, 0),
          Column.category("kept", "yes", "yes", "yes", "no", "no", "no"));

  private final Pipeline pipeline =
      Pipeline.of("kept", new NearestMean())
          .with(new LogOnePlus(), "price")
          .with(new SimpleImputer());
  private final PipelineModel model = pipeline.fit(SALES);

  @Test
  void itIsFittedNamedAndDescribedAsAnyOther() {
    assertThat(model.transform(SALES).get(1, 1)).isEqualTo(2.0 / 7);
    assertThat(model.model().schema().names()).containsExactly("pieces", "price");
    assertThat(pipeline.describe()).contains("LogOnePlus[] on [price]");
    assertThat(model.describe()).contains("2 to 2");
    assertThat(model.predict(Map.of("price", 2, "pieces", 1)).label()).contains("yes");
  }

  @Test
  void itIsSavedWithThePipeline(@TempDir Path folder) {
    Path file = folder.resolve("sales.cairn");
    ModelFile.save(model, file);
    PipelineModel read = ModelFile.load(file, PipelineModel.class);
    assertThat(read.transform(SALES)).isEqualTo(model.transform(SALES));
  }

  @Test
  void whatItRefusesIsNamedByRow() {
    Table bad = SALES.withColumn(Column.numeric("price", 1, 3, 1 / 0.0, 4, 5, 6));
    assertThatThrownBy(() -> model.predict(bad))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("row 2", "'price'", "Infinity");
  }
}
