package org.cairnml.boosting;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.cairnml.base.Workers;

/**
 * Threads that stay together for one fit. A tree hands out parts that take microseconds, thousands
 * of times a second; waking a pool for each would cost more than the parts. So the members of a
 * crew keep looking for open jobs for as long as the fit lasts.
 *
 * <p>Member 0 does the fit. Any member may open a job from within a part of another, so that trees
 * of several classes grow side by side, and a member without a tree helps with another's.
 */
final class Crew {
  // The members are the parts of one Workers.run. Part 0 never waits for another member to appear,
  // only for parts of its job that a member has already taken; where Workers runs the parts one
  // after the other (inside another pool task), part 0 simply does all the work itself.

  private static final int SPINS_BEFORE_REST = 20_000;
  private static final long REST_NANOS = 50_000;

  /** Part {@code part} of a job, done by member {@code member}. */
  @FunctionalInterface
  interface Part {
    void run(int part, int member);
  }

  private final int size;
  private final AtomicReferenceArray<Job> open;
  private final boolean[] busy;
  private volatile boolean ended;

  private Crew(int size) {
    this.size = size;
    this.open = new AtomicReferenceArray<>(size);
    this.busy = new boolean[size];
  }

  /** Runs {@code work} as member 0 of a crew of as many members as there are workers. */
  static void lead(Workers workers, Consumer<Crew> work) {
    Crew crew = new Crew(workers.count());
    workers.run(
        crew.size,
        member -> {
          if (member == 0) {
            try {
              work.accept(crew);
            } finally {
              crew.ended = true;
            }
          } else {
            crew.help(member);
          }
        });
  }

  /** How many members there are; they have the numbers 0 to {@code size() - 1}. */
  int size() {
    return size;
  }

  /**
   * Runs the parts 0 to {@code parts - 1} of a job that {@code member} opens; returns when done.
   */
  void run(int member, int parts, Part part) {
    if (parts <= 1 || size == 1) {
      for (int i = 0; i < parts; i++) {
        part.run(i, member);
      }
      return;
    }
    Job outer = open.get(member);
    Job job = new Job(parts, part);
    open.set(member, job);
    work(job, member);
    open.set(member, outer);
    int idle = 0;
    while (!job.isDone()) {
      if (!busy[member] && helpOnce(member)) {
        idle = 0;
      } else {
        idle = rest(idle);
      }
    }
    job.throwFailure();
  }

  /** Cuts 0 to {@code n} into ranges of {@code length} and runs {@code range} on each. */
  void ranges(int member, int n, int length, Workers.Range range) {
    run(
        member,
        (n + length - 1) / length,
        (part, by) -> range.run(part * length, Math.min(n, (part + 1) * length)));
  }

  private void help(int member) {
    int idle = 0;
    while (!ended) {
      idle = helpOnce(member) ? 0 : rest(idle);
    }
  }

  /** Works on the open job of some other member, the innermost one; false if there is none. */
  private boolean helpOnce(int member) {
    for (int other = 0; other < size; other++) {
      Job job = other == member ? null : open.get(other);
      if (job != null && job.hasParts()) {
        return work(job, member);
      }
    }
    return false;
  }

  /** Works on a job; a member inside of a part does not take parts of others while it waits. */
  private boolean work(Job job, int member) {
    boolean before = busy[member];
    busy[member] = true;
    try {
      return job.work(member);
    } finally {
      busy[member] = before;
    }
  }

  private static int rest(int idle) {
    if (idle < SPINS_BEFORE_REST) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(REST_NANOS);
    }
    return idle + 1;
  }

  private static final class Job {
    private final int parts;
    private final Part part;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile Throwable failure;

    Job(int parts, Part part) {
      this.parts = parts;
      this.part = part;
    }

    boolean hasParts() {
      return next.get() < parts;
    }

    boolean isDone() {
      return done.get() >= parts;
    }

    boolean work(int member) {
      boolean worked = false;
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        worked = true;
        try {
          part.run(i, member);
        } catch (Throwable t) {
          failure = t;
        } finally {
          done.incrementAndGet();
        }
      }
      return worked;
    }

    void throwFailure() {
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
    }
  }
}
