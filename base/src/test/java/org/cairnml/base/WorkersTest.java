package org.cairnml.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  private static final long LONGER_THAN_HELPERS_LOOK_MILLIS = 20;

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
  void anInterruptWhileHelpersWorkIsKeptAndTheyAreAwaited() throws InterruptedException {
    var ended = new AtomicInteger();
    var kept = new AtomicBoolean();
    var parts = new CountDownLatch(2);
    var gate = new CountDownLatch(1);
    var caller = new AtomicReference<Thread>();
    Thread thread =
        new Thread(
            () -> {
              caller.set(Thread.currentThread());
              Workers.of(2)
                  .run(
                      2,
                      i -> {
                        parts.countDown();
                        await(parts);
                        if (Thread.currentThread() != caller.get()) {
                          await(gate);
                        }
                        ended.incrementAndGet();
                      });
              kept.set(ended.get() == 2 && Thread.currentThread().isInterrupted());
            });
    thread.start();
    while (thread.getState() != Thread.State.WAITING || parts.getCount() > 0) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    gate.countDown();
    thread.join();
    assertThat(kept).isTrue();
  }

  @Test
  void aHelperIsWokenAgainAfterItHasGoneToSleep() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      meetInBothParts();
      Thread.sleep(LONGER_THAN_HELPERS_LOOK_MILLIS);
    }
  }

  @Test
  void manyCallersAtOnceEachGetAllTheirParts() throws InterruptedException {
    int callers = 6;
    int calls = 2000;
    var sums = new AtomicIntegerArray(callers);
    var threads = new ArrayList<Thread>();
    for (int c = 0; c < callers; c++) {
      int caller = c;
      var workers = Workers.of(2 + c % 3);
      Runnable calling =
          () -> {
            for (int i = 0; i < calls; i++) {
              workers.run(1 + i % 5, part -> sums.incrementAndGet(caller));
            }
          };
      threads.add(new Thread(calling));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    for (int c = 0; c < callers; c++) {
      assertThat(sums.get(c)).isEqualTo(calls * 3);
    }
    meetInBothParts();
  }

  /** Ends only if a helper comes while the caller works. */
  private static void meetInBothParts() {
    var parts = new CountDownLatch(2);
    Workers.of(2)
        .run(
            2,
            i -> {
              parts.countDown();
              await(parts);
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lessThanOneWorkerIsRefused() {
    assertThatThrownBy(() -> Workers.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
