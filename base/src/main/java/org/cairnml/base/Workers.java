package org.cairnml.base;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The one pool. A value of this type is a right to use at most {@link #count()} threads of it, the
 * caller's included; threads are daemons named {@code cairn-worker-N} and end when idle.
 *
 * <p>Results must not depend on the number of workers: cut the work into parts by its size, never
 * by the number of workers, and combine the parts in their order. Work started from inside a part
 * runs on the thread of that part, so nesting does not multiply threads.
 */
public final class Workers {
  // Parts are handed out by an atomic counter to the caller and to helpers. The caller works too,
  // so busy helpers delay it but never block it.

  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private final int count;

  private Workers(int count) {
    this.count = count;
  }

  /**
   * At most {@code count} threads.
   *
   * @throws IllegalArgumentException if {@code count < 1}
   */
  public static Workers of(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("workers must be at least 1, but was " + count);
    }
    return new Workers(count);
  }

  /** As many as the property {@code cairn.threads} says, or else as there are processors. */
  public static Workers standard() {
    Integer set = Integer.getInteger("cairn.threads");
    return of(set != null ? set : Runtime.getRuntime().availableProcessors());
  }

  /** How many threads work at the same time, at most. */
  public int count() {
    return count;
  }

  /**
   * Runs {@code part} for 0 to {@code parts - 1} and returns when all have ended. If parts fail,
   * the rest is not started and the failure of the lowest-numbered failed part is thrown.
   */
  public void run(int parts, IntConsumer part) {
    int threads = Math.min(count, parts);
    if (threads <= 1 || INSIDE.get()) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
      return;
    }
    var job = new Job(parts, part);
    WorkerThreads.run(threads - 1, job::work);
    job.throwFailure();
  }

  /** Runs {@code part} for 0 to {@code parts - 1}; the results are in the order of the parts. */
  public <T> List<T> map(int parts, IntFunction<T> part) {
    List<T> results = new ArrayList<>(Collections.nCopies(parts, null));
    run(parts, i -> results.set(i, part.apply(i)));
    return results;
  }

  /**
   * Cuts 0 to {@code n} into ranges of {@code size} (the last may be shorter) and runs {@code
   * range} on each. The cut depends on {@code n} and {@code size} alone.
   */
  public void ranges(int n, int size, Range range) {
    int parts = (int) (((long) n + size - 1) / size);
    run(parts, i -> range.run(i * size, (int) Math.min(n, (long) (i + 1) * size)));
  }

  /** Work on the numbers {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  public interface Range {
    /** Does the work. */
    void run(int from, int to);
  }

  @Override
  public String toString() {
    return "Workers[" + count + "]";
  }

  /** One call of {@link Workers#run}. */
  private static final class Job {
    private final int parts;
    private final IntConsumer part;
    private final AtomicInteger next = new AtomicInteger();
    private int failedPart = Integer.MAX_VALUE;
    private Throwable failure;

    Job(int parts, IntConsumer part) {
      this.parts = parts;
      this.part = part;
    }

    void work() {
      INSIDE.set(true);
      try {
        for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
          try {
            part.accept(i);
          } catch (Throwable t) {
            next.set(parts);
            keepLowest(i, t);
          }
        }
      } finally {
        INSIDE.set(false);
      }
    }

    private synchronized void keepLowest(int i, Throwable t) {
      if (i < failedPart) {
        failedPart = i;
        failure = t;
      }
    }

    synchronized void throwFailure() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
