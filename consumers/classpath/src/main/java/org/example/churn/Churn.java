package org.example.churn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairnml.base.Seed;
import org.cairnml.core.Learners;
import org.cairnml.core.ModelFile;
import org.cairnml.data.Csv;
import org.cairnml.data.Table;
import org.cairnml.linalg.Backends;
import org.cairnml.pipeline.Pipeline;
import org.cairnml.pipeline.PipelineModel;
import org.cairnml.tree.RandomForestClassifier;

/**
 * Reads a CSV file of customers, trains a forest, saves it, loads it and predicts. Takes the name
 * of the numeric backend that it must find.
 */
public final class Churn {

  private Churn() {}

  /** Ends with an exception unless all goes well. */
  public static void main(String[] arguments) throws IOException {
    require(Backends.get().name().equals(arguments[0]), Backends.report());
    require(Learners.all().size() > 5, "learners found: " + Learners.all());
    Path folder = Files.createTempDirectory("churn");
    Path csv = Files.write(folder.resolve("customers.csv"), customers());
    Path file = folder.resolve("churn.cairn");

    Table table = Csv.read(csv);
    Table.Split split = table.split(0.75, "churn", Seed.of(1));
    PipelineModel model =
        Pipeline.auto("churn", new RandomForestClassifier().withTrees(20)).fit(split.train());
    ModelFile.save(model, file);
    PipelineModel loaded = ModelFile.load(file, PipelineModel.class);

    require(
        loaded.predict(split.test()).toTable().equals(model.predict(split.test()).toTable()),
        "the loaded model predicts something else");
    Map<String, Object> customer = Map.of("plan", "monthly", "months", 2, "charge", 80);
    String answer = loaded.predict(customer).label().orElseThrow();
    require(answer.equals("yes"), "predicts " + answer);

    Files.delete(file);
    Files.delete(csv);
    Files.delete(folder);
  }

  private static List<String> customers() {
    List<String> lines = new ArrayList<>(List.of("plan,months,charge,churn"));
    for (int i = 0; i < 200; i++) {
      boolean monthly = i % 2 == 0;
      int months = i % 37;
      String charge = i % 11 == 0 ? "" : String.valueOf(20 + i * 7 % 80);
      String churn = monthly && months < 12 ? "yes" : "no";
      lines.add((monthly ? "monthly," : "yearly,") + months + "," + charge + "," + churn);
    }
    return lines;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
