package org.cairnml.preprocessing.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.preprocessing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimpleImputerTest {

  private static final double NAN = Double.NaN;
  private static final Schema TOWNS =
      new Schema(List.of(Feature.category("town", List.of("Ulm", "Wien"))));

  private final Reference reference = Reference.read("transformers.txt");

  @ParameterizedTest
  @EnumSource(value = NumericStrategy.class, mode = EnumSource.Mode.EXCLUDE, names = "CONSTANT")
  void equalsScikitLearn(NumericStrategy strategy) {
    Matrix x = reference.matrix("rounded");
    var model = new SimpleImputer().withNumeric(strategy).withIndicator(true).fit(x);
    reference.assertSame(model.transform(x), "impute." + strategy.name().toLowerCase(Locale.ROOT));
    assertThat(model.output().names()).startsWith("x0", "x1").endsWith("x3 missing", "x4 missing");
  }

  @ParameterizedTest
  @EnumSource(NumericStrategy.class)
  void weightsCountRowsRepeatedly(NumericStrategy strategy) {
    var imputer = new SimpleImputer().withNumeric(strategy);
    Matrix x = Matrix.of(5, 1, 9, 1, NAN, 4, 100);
    var weighted = imputer.fit(Dataset.of(x).withWeights(1, 1, 1, 2, 0));
    var repeated = imputer.fit(Matrix.of(5, 1, 9, 1, NAN, 4, 4));
    assertThat(weighted.values()[0]).isEqualTo(repeated.values()[0]);
  }

  @Test
  void theMedianOfAnEvenNumberIsBetween() {
    var imputer = new SimpleImputer().withNumeric(NumericStrategy.MEDIAN);
    assertThat(imputer.fit(Matrix.of(4, 1, 4, 1, 3, 100)).values()).containsExactly(3.5);
    assertThat(imputer.fit(Matrix.of(3, 1, 3, 1, 100)).values()).containsExactly(3);
  }

  @Test
  void anEmptyColumnIsDroppedAndReported() {
    Matrix x = Matrix.of(2, 2, NAN, 1, NAN, 2);
    var model = new SimpleImputer().fit(Dataset.of(x, Schema.numeric("empty", "full")));
    assertThat(model.dropped()).containsExactly("empty");
    assertThat(model.summary().note()).contains("empty");
    assertThat(model.transform(x)).isEqualTo(Matrix.of(2, 1, 1, 2));
    var constant = new SimpleImputer().withNumeric(NumericStrategy.CONSTANT).withNumber(7);
    assertThat(constant.fit(x).transform(x)).isEqualTo(Matrix.of(2, 2, 7, 1, 7, 2));
  }

  @Test
  void categoriesGetTheMostFrequentOrAnAddedLevel() {
    Matrix x = Matrix.of(4, 1, 1, 1, 0, NAN);
    Dataset data = Dataset.of(x, TOWNS);
    assertThat(new SimpleImputer().fit(data).transform(new double[] {NAN})).containsExactly(1);
    var constant = new SimpleImputer().withCategory(CategoryStrategy.CONSTANT).fit(data);
    assertThat(constant.transform(new double[] {NAN})).containsExactly(2);
    assertThat(constant.output().get(0).levels()).containsExactly("Ulm", "Wien", "missing");
    var known = new SimpleImputer().withCategory(CategoryStrategy.CONSTANT).withLevel("Ulm");
    assertThat(known.fit(data).transform(new double[] {NAN})).containsExactly(0);
  }

  @Test
  void anUnseenCategoryIsNotMissing() {
    var model = new SimpleImputer().fit(Dataset.of(Matrix.of(1, 1, 0), TOWNS));
    assertThat(model.transform(new double[] {Feature.UNSEEN})).containsExactly(Feature.UNSEEN);
  }

  @Test
  void imputingTwiceIsImputingOnce() {
    Matrix x = reference.matrix("holes");
    Matrix once = new SimpleImputer().fit(x).transform(x);
    assertThat(new SimpleImputer().fit(once).transform(once)).isEqualTo(once);
  }
}
