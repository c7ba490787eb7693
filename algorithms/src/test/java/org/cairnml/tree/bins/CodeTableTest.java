package org.cairnml.tree.bins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairnml.base.Seed;
import org.cairnml.base.Workers;
import org.cairnml.core.Feature;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class CodeTableTest {

  private static final int ROWS = 300;
  private static final int TRIES = 50;

  /**
   * Numbers, of which some are 0 unless it is their turn, some are missing then, and one is
   * constant; and a category.
   */
  private static BinnedData data(long seed) {
    SplittableRandom random = Seed.of(seed).generator();
    int turns = random.nextInt(2, 9);
    List<Feature> features = new ArrayList<>();
    Matrix x = Matrix.zeros(ROWS, turns + 3);
    for (int j = 0; j < turns + 2; j++) {
      features.add(Feature.numeric("x" + j));
    }
    features.add(Feature.category("c", List.of("a", "b", "c", "d")));
    for (int i = 0; i < ROWS; i++) {
      int turn = random.nextInt(turns);
      int value = random.nextInt(-1, 1 + turn);
      x.set(i, turn, value < 0 && seed % 2 == 0 ? Double.NaN : value);
      x.set(i, turns, random.nextDouble());
      x.set(i, turns + 1, 3);
      x.set(i, turns + 2, Math.max(0, random.nextInt(-10, 4)));
    }
    var binning = Binning.of(x, new Schema(features), null, 255, Workers.of(1));
    return binning.apply(x, Workers.of(1));
  }

  @Property(tries = TRIES)
  void binsCanBeReadBack(@ForAll long seed) {
    BinnedData data = data(seed);
    CodeTable table = CodeTable.of(data, Workers.of(2));
    for (int j = 0; j < table.features(); j++) {
      byte[] bins = data.column(j);
      assertThat(table.varies(j))
          .isEqualTo(IntStream.range(1, ROWS).anyMatch(i -> bins[i] != bins[0]));
      if (table.varies(j)) {
        CodeTable.Place place = table.place(j);
        for (int i = 0; i < ROWS; i++) {
          int code = table.column(place.column())[i] & 0xff;
          assertThat(place.bin(code)).isEqualTo(bins[i] & 0xff);
          assertThat(table.byRow()[i * table.columns() + place.column()]).isEqualTo((byte) code);
        }
      }
    }
  }

  @Property(tries = TRIES)
  void aSetOfBinsHasItsCodes(@ForAll long seed) {
    CodeTable table = CodeTable.of(data(seed), Workers.of(1));
    SplittableRandom random = Seed.of(seed).child(1).generator();
    for (int j = 0; j < table.features(); j++) {
      if (table.varies(j)) {
        CodeTable.Place place = table.place(j);
        long[] bins = {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
        long[] codes = place.codes(bins);
        for (int code = 0; code < table.codes(place.column()); code++) {
          assertThat(has(codes, code)).isEqualTo(has(bins, place.bin(code)));
        }
      }
    }
  }

  private static boolean has(long[] set, int element) {
    return (set[element >>> 6] >>> element & 1) != 0;
  }

  @Test
  void indicatorsShareOneColumn() {
    Matrix x = Matrix.zeros(100, 40);
    for (int i = 0; i < 100; i++) {
      x.set(i, i % 40, 1);
    }
    var binning = Binning.of(x, Schema.numeric(40), null, 255, Workers.of(1));
    CodeTable table = CodeTable.of(binning.apply(x, Workers.of(1)), Workers.of(1));
    assertThat(table.columns()).isEqualTo(1);
    assertThat(table.codes(0)).isEqualTo(41);
  }
}
