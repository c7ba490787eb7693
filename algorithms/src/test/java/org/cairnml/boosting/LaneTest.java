package org.cairnml.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cairnml.base.Workers;
import org.cairnml.core.Schema;
import org.cairnml.linalg.Matrix;
import org.cairnml.tree.bins.BinnedData;
import org.cairnml.tree.bins.Binning;
import org.cairnml.tree.bins.Bundles;
import org.junit.jupiter.api.Test;

/** What columns that share a lane must keep. */
final class LaneTest {

  private static final int ROWS = 2000;

  /** Columns of 2 to 13 codes, drawn at random; the code of a feature is that of its bin. */
  private static List<Lane> random(int columns) {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, columns)
        .mapToObj(
            feature -> {
              int count = 2 + feature % 12;
              byte[] codes = new byte[ROWS];
              for (int i = 0; i < ROWS; i++) {
                codes[i] = (byte) random.nextInt(count);
              }
              return lane(feature, count, codes);
            })
        .toList();
  }

  private static Lane lane(int feature, int count, byte... codes) {
    var member = new Bundles.Member(feature, 0, 0, count - 1, false);
    return Lane.of(new Bundles.Column(List.of(member), count), codes);
  }

  @Test
  void everyColumnIsReadOutOfOneLane() {
    List<Lane> alone = random(30);
    List<Lane> joined = Lane.join(alone, 200);
    assertThat(joined).hasSizeLessThan(alone.size());
    int[] seen = new int[alone.size()];
    for (Lane lane : joined) {
      assertThat(lane.count()).isLessThanOrEqualTo(200);
      for (int c = 0; c < lane.columns().size(); c++) {
        int feature = lane.columns().get(c).members().get(0).feature();
        seen[feature]++;
        for (int i = 0; i < ROWS; i++) {
          int code = lane.own().get(c)[lane.codes()[i] & 0xff];
          assertThat(code).isEqualTo(alone.get(feature).codes()[i] & 0xff);
        }
      }
    }
    assertThat(seen).containsOnly(1);
  }

  @Test
  void columnsThatDetermineEachOtherTakeNoMoreCodes() {
    byte[] codes = new byte[ROWS];
    byte[] isThree = new byte[ROWS];
    for (int i = 0; i < ROWS; i++) {
      codes[i] = (byte) (i % 7);
      isThree[i] = (byte) (i % 7 == 3 ? 1 : 0);
    }
    List<Lane> joined = Lane.join(List.of(lane(0, 7, codes), lane(1, 2, isThree)), 14);
    assertThat(joined).singleElement().satisfies(lane -> assertThat(lane.count()).isEqualTo(7));
  }

  @Test
  void columnsOfTooManyCombinationsStayAlone() {
    List<Lane> alone = random(12);
    assertThat(Lane.join(alone, 3)).containsExactlyInAnyOrderElementsOf(alone);
  }

  @Test
  void sumsAndCountsOfColumnsDoNotDependOnTheLanes() {
    SplittableRandom random = new SplittableRandom(6);
    Matrix x = Matrix.zeros(ROWS, 23);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < x.cols(); j++) {
        x.set(i, j, random.nextInt(2 + j % 5));
      }
    }
    BinnedData data = Binning.ofAndApply(x, Schema.numeric(x.cols()), null, 255, Workers.of(1));
    PackedBins joined = PackedBins.of(data, 2, Workers.of(2));
    PackedBins alone = PackedBins.of(data, ROWS, Workers.of(2));
    assertThat(joined.groups()).isLessThan(alone.groups());
    assertThat(histograms(joined)).hasSize(x.cols()).isEqualTo(histograms(alone));
  }

  /** By feature the sums of numbers of every third row, and how many rows these are, by code. */
  private static Map<Integer, List<Long>> histograms(PackedBins bins) {
    int[] rows = IntStream.range(0, ROWS).filter(i -> i % 3 == 1).toArray();
    long[] numbers = Arrays.stream(rows).mapToLong(i -> i * 31L % 101).toArray();
    long[] scratch = new long[PackedBins.MAX_CODES * PackedBins.LANES];
    Map<Integer, List<Long>> all = new TreeMap<>();
    for (int g = 0; g < bins.groups(); g++) {
      LaneGroup group = bins.group(g);
      long[] sums = new long[group.length()];
      long[] counts = new long[group.length()];
      group.fill(sums, scratch, rows, 0, rows.length, numbers, 0);
      group.count(counts, scratch, rows, 0, rows.length);
      for (PackedBins.Slot slot : group.slots()) {
        List<Long> ofFeature = new ArrayList<>();
        for (int bin = 0; bin < slot.binsAndMissing(); bin++) {
          ofFeature.add(sums[slot.first() + bin]);
          ofFeature.add(counts[slot.first() + bin]);
        }
        all.put(slot.feature(), ofFeature);
      }
    }
    return all;
  }
}
