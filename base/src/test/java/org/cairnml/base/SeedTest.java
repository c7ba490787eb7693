package org.cairnml.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedTest {

  @Test
  void equalSeedsGiveEqualStreams() {
    assertThat(Seed.of(5).generator().longs(10).toArray())
        .isEqualTo(new Seed(5).generator().longs(10).toArray());
  }

  @Test
  void childrenDifferFromEachOtherAndFromTheirParent() {
    var values = new HashSet<Long>();
    for (long s = 0; s < 100; s++) {
      values.add(Seed.of(s).value());
      for (long i = 0; i < 100; i++) {
        values.add(Seed.of(s).child(i).value());
      }
    }
    assertThat(values).hasSize(100 + 100 * 100);
  }

  @Test
  void permutationHoldsEveryNumberOnce() {
    int[] p = Seed.of(1).permutation(1000);
    assertThat(IntStream.of(p).sorted().toArray()).isEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(p).isNotEqualTo(IntStream.range(0, 1000).toArray());
    assertThat(Seed.of(1).permutation(0)).isEmpty();
  }

  @Test
  void closeSeedsGiveUnrelatedStreams() {
    double sum = 0;
    for (int s = 0; s < 10_000; s++) {
      sum += Seed.of(s).generator().nextDouble();
    }
    double standardError = Math.sqrt(1 / 12.0 / 10_000);
    assertThat(sum / 10_000).isBetween(0.5 - 4 * standardError, 0.5 + 4 * standardError);
  }
}
