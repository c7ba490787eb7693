package org.cairnml.preprocessing.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cairnml.base.DataException;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutliersTest {

  private static final double ROUNDING = 1e-12;

  /** One column: 1 to 9, and 100. */
  private static final Matrix X = Matrix.wrap(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 100}, 10, 1);

  private static void assertBounds(OutlierBounds bounds, double low, double high) {
    OutlierModel model = bounds.fit(X);
    assertThat(model.low()[0]).isCloseTo(low, within(ROUNDING * 100));
    assertThat(model.high()[0]).isCloseTo(high, within(ROUNDING * 100));
  }

  /** By hand: quartiles 3.25 and 7.75; mean 14.5, variance 818.25; median 5.5, deviation 2.5. */
  @Test
  void boundsAreThoseOfTheDefinitions() {
    var bounds = new OutlierBounds();
    assertBounds(bounds, 3.25 - 1.5 * 4.5, 7.75 + 1.5 * 4.5);
    double deviation = Math.sqrt(818.25);
    assertBounds(
        bounds.withRule(OutlierRule.Z_SCORE).withFactor(2),
        14.5 - 2 * deviation,
        14.5 + 2 * deviation);
    double spread = 3.5 * 2.5 / 0.6744897501960817;
    assertBounds(bounds.withRule(OutlierRule.MAD).withFactor(3.5), 5.5 - spread, 5.5 + spread);
  }

  @Test
  void outliersAreHeldToTheBoundOrFlagged() {
    Matrix held = new OutlierBounds().fit(X).transform(X);
    assertThat(held.get(9, 0)).isEqualTo(14.5);
    assertThat(held.get(8, 0)).isEqualTo(9);
    OutlierModel flags = new OutlierBounds().withAction(OutlierAction.FLAG).fit(X);
    assertThat(flags.output().names()).containsExactly("x0", "x0_outlier");
    assertThat(flags.transform(X).row(9).toArray()).containsExactly(100, 1);
    assertThat(flags.transform(X).row(0).toArray()).containsExactly(1, 0);
    assertThat(flags.isOutlier(new double[] {100})).isTrue();
    assertThat(flags.isOutlier(new double[] {Double.NaN})).isFalse();
  }

  @Test
  void rowsWithOutliersAreRemovedAndCounted() {
    Table table =
        Table.of(
            Column.numeric("size", 1, 2, 3, 4, 5, 6, 7, 8, Double.NaN, 100),
            Column.numeric("price", -99, 2, 3, 4, 5, 6, 7, 8, 9, 10),
            Column.text("id", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
    WithoutOutliers all = new OutlierBounds().remove(table);
    assertThat(all.removed()).isEqualTo(2);
    assertThat(all.table().column("id").toStrings())
        .isEqualTo(List.of("b", "c", "d", "e", "f", "g", "h", "i"));
    WithoutOutliers one = new OutlierBounds().remove(table, "size");
    assertThat(one).isEqualTo(new WithoutOutliers(table.head(9), 1));
    assertThatThrownBy(() -> new OutlierBounds().remove(table, "weight"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'weight'");
    assertThatThrownBy(() -> new OutlierBounds().remove(table, "id"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'id'");
  }

  @ParameterizedTest
  @EnumSource(OutlierRule.class)
  void winsorizingTwiceIsWinsorizingOnce(OutlierRule rule) {
    OutlierModel model = new OutlierBounds().withRule(rule).fit(X);
    Matrix once = model.transform(X);
    assertThat(model.transform(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(OutlierRule.class)
  void aColumnWithoutSpreadHasNoOutliers(OutlierRule rule) {
    Matrix constant = Matrix.wrap(new double[] {3, 3, 3, 3}, 4, 1);
    assertThat(new OutlierBounds().withRule(rule).fit(constant).isOutlier(new double[] {9}))
        .isFalse();
  }
}
