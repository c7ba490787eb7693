package org.cairnml.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.preprocessing.encode.OneHotEncoder;
import org.cairnml.preprocessing.feature.FeatureUnion;
import org.cairnml.preprocessing.impute.SimpleImputer;
import org.cairnml.preprocessing.scale.MinMaxScaler;
import org.cairnml.preprocessing.scale.StandardScaler;
import org.cairnml.preprocessing.text.TfidfVectorizer;
import org.cairnml.testkit.model.ModelFileContract;

/** Files of pipelines: whole ones answer as before, damaged ones are refused. */
class SavedPipelinesTest extends ModelFileContract {

  private static final Table VISITS = visits();

  private static Table visits() {
    String[] note = {"fine and quick", "broken", null, "quick", "broken again", "fine"};
    String[] town = {"Graz", "Linz", "Graz", null, "Linz", "Wien"};
    return Table.of(
        Column.numeric("age", 20, Double.NaN, 31, 45, 52, 28),
        Column.category("town", town),
        Column.bool("member", true, false, null, true, false, true),
        Column.time(
            "seen", IntStream.range(0, 6).mapToObj(LocalDate.of(2024, 2, 26)::plusDays).toList()),
        Column.text("note", note),
        Column.category("back", "yes", "no", "yes", "yes", "no", "yes"));
  }

  @Override
  protected List<Savable> savables() {
    return List.of(
        savable("auto", Pipeline.auto("back", new NearestMean())),
        savable(
            "texts and a union",
            Pipeline.of("back", new NearestMean())
                .withText("note", new TfidfVectorizer())
                .with(new SimpleImputer().withIndicator(true))
                .with(new FeatureUnion(List.of(new StandardScaler(), new MinMaxScaler())), "age")
                .with(new OneHotEncoder())));
  }

  private static Savable savable(String name, Pipeline pipeline) {
    return new Savable(
        name,
        pipeline.fit(VISITS),
        model -> {
          PipelineModel loaded = (PipelineModel) model;
          return List.of(
              loaded.predict(VISITS).toTable(), loaded.describe(), loaded.transform(VISITS));
        });
  }
}
