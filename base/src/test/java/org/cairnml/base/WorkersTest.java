package org.cairnml.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void everyPartRunsOnce(int workers) {
    var runs = new AtomicIntegerArray(1000);
    Workers.of(workers).run(1000, runs::incrementAndGet);
    for (int i = 0; i < 1000; i++) {
      assertThat(runs.get(i)).isEqualTo(1);
    }
  }

  @Test
  void noPartsIsNoWork() {
    Workers.of(3).run(0, i -> assertThat(i).isNegative());
    Workers.of(3).ranges(0, 10, (from, to) -> assertThat(from).isNegative());
  }

  @Test
  void mapKeepsTheOrderOfTheParts() {
    assertThat(Workers.of(4).map(50, i -> i * i).get(49)).isEqualTo(2401);
  }

  @Test
  void rangesCoverEverythingOnceAndDependOnSizeAlone() {
    var seen = new AtomicIntegerArray(103);
    Set<Integer> starts = ConcurrentHashMap.newKeySet();
    Workers.of(2)
        .ranges(
            103,
            10,
            (from, to) -> {
              starts.add(from);
              for (int i = from; i < to; i++) {
                seen.incrementAndGet(i);
              }
            });
    assertThat(starts).hasSize(11).allMatch(s -> s % 10 == 0);
    for (int i = 0; i < 103; i++) {
      assertThat(seen.get(i)).isEqualTo(1);
    }
  }

  @Test
  void nestedWorkStaysOnItsThread() {
    Workers.of(4)
        .run(
            8,
            i -> {
              Thread outer = Thread.currentThread();
              Workers.of(4).run(8, j -> assertThat(Thread.currentThread()).isSameAs(outer));
            });
  }

  @Test
  void aFailureReachesTheCallerAndThePoolGoesOn() {
    assertThatThrownBy(
            () ->
                Workers.of(2)
                    .run(
                        100,
                        i -> {
                          if (i == 7) {
                            throw new DataException("part 7");
                          }
                        }))
        .isInstanceOf(DataException.class)
        .hasMessage("part 7");
    assertThat(Workers.of(2).map(3, i -> i)).containsExactly(0, 1, 2);
  }

  @Test
  void anInterruptIsKept() {
    Thread.currentThread().interrupt();
    Workers.of(2).run(10, i -> {});
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void lessThanOneWorkerIsRefused() {
    assertThatThrownBy(() -> Workers.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
