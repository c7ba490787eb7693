package org.cairnml.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The order of a range against that of the library's stable sort. */
class OrderTest {

  @Property(tries = 200)
  void isThatOfAStableSort(
      @ForAll @Size(max = 40) @IntRange(min = -4, max = 4) int[] values,
      @ForAll @IntRange(max = 40) int start) {
    double[] keys = IntStream.of(values).asDoubleStream().toArray();
    int from = Math.min(start, keys.length);
    int[] expected =
        IntStream.range(from, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> keys[i]))
            .mapToInt(i -> i)
            .toArray();
    assertThat(Order.rising(keys, from, keys.length)).isEqualTo(expected);
  }
}
