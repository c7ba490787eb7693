package org.example.prices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairnml.core.Hyperparameters;
import org.cairnml.core.Learners;
import org.cairnml.core.ModelFile;
import org.cairnml.core.RegressionModel;
import org.cairnml.core.Regressor;
import org.cairnml.linalg.Backends;
import org.cairnml.linalg.Matrix;
import org.cairnml.linear.LinearModel;
import org.cairnml.linear.Ridge;

/**
 * Fits prices on the module path, by class and by name, saves a model, loads it and predicts. Takes
 * the name of the numeric backend that it must find.
 */
public final class Prices {

  private Prices() {}

  /** Ends with an exception unless all goes well. */
  public static void main(String[] arguments) throws IOException {
    require(Prices.class.getModule().isNamed(), "this does not run on the module path");
    require(Backends.get().name().equals(arguments[0]), Backends.report());

    Matrix x = Matrix.zeros(50, 2);
    double[] price = new double[50];
    for (int i = 0; i < price.length; i++) {
      x.set(i, 0, 40 + i);
      x.set(i, 1, i * i % 7);
      price[i] = 1000 + 30 * x.get(i, 0) - 12 * x.get(i, 1);
    }
    LinearModel model = new Ridge().withAlpha(0).fit(x, price);
    double predicted = model.predict(new double[] {100, 3});
    require(Math.abs(predicted - 3964) < 1e-6, "predicts " + predicted);

    Regressor<?> forest = Learners.named("random-forest", Regressor.class);
    forest = Hyperparameters.with(forest, "trees", "30");
    RegressionModel fitted = forest.fit(x, price);
    Path file = Files.createTempFile("prices", ".cairn");
    ModelFile.save(fitted, file);
    RegressionModel loaded = ModelFile.load(file, RegressionModel.class);
    require(loaded.predict(x).equals(fitted.predict(x)), "the loaded model predicts otherwise");
    Files.delete(file);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
