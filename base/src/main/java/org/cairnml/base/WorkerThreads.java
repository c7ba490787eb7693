package org.cairnml.base;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The threads that help the callers of {@link Workers}. */
final class WorkerThreads {
  // To wake a thread takes tens of microseconds, as long as a product of 100 x 100 numbers. So
  // helpers without a job and callers that await their helpers keep looking before they sleep,
  // about as long as the job took, unless more threads are awake than there are processors. Whoever
  // ends first must not sleep before the other has ended: who sleeps comes late for the next job,
  // and lets the other wait until that sleeps too. Who looks for longer than the shortest time
  // lets others run, since the system may have put both threads on one processor; earlier that
  // costs short waits too much (decision 0005).
  //
  // A caller offers its job as often as it wants helpers, does it itself, takes back the offers
  // that nobody has accepted, and awaits those who have accepted one. FREE is the number of helpers
  // awake, or on their way, less the jobs and offers they have. An offer takes one off or wakes a
  // helper. A helper takes one off to go to sleep; if none is left, an offer is made to it.

  private static final long SHORTEST_LOOK_NANOS = 100_000;
  private static final long LONGEST_LOOK_NANOS = 1_000_000;
  private static final long IDLE_SECONDS = 5;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private static final ThreadPoolExecutor POOL =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "cairn-worker-" + THREAD_NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  private static final Queue<Offer> OFFERS = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger FREE = new AtomicInteger();

  /** Callers and helpers that work or look. */
  private static final AtomicInteger AWAKE = new AtomicInteger();

  private WorkerThreads() {}

  /**
   * Runs the job on this thread and, as far as they come in time, on {@code count} helpers at once;
   * returns when all have ended, even when interrupted. The job throws nothing.
   */
  static void run(int count, Runnable job) {
    var offer = new Offer(job);
    AWAKE.incrementAndGet();
    try {
      for (int i = 0; i < count; i++) {
        offer.make();
        if (!takeFree()) {
          POOL.execute(WorkerThreads::help);
        }
      }
      job.run();
    } finally {
      offer.takeBack();
      offer.await();
      AWAKE.decrementAndGet();
    }
  }

  private static void help() {
    AWAKE.incrementAndGet();
    long look = SHORTEST_LOOK_NANOS;
    do {
      Offer offer = OFFERS.poll();
      if (offer != null) {
        offer.accept();
        look = offer.look();
      }
    } while (seen(() -> !OFFERS.isEmpty(), look) || !takeFree());
    AWAKE.decrementAndGet();
  }

  private static boolean takeFree() {
    return FREE.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** Looks for a condition until it holds, the time is over or processors are short. */
  private static boolean seen(BooleanSupplier condition, long nanos) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      long waited = System.nanoTime() - start;
      if (AWAKE.get() > PROCESSORS || waited > nanos) {
        return false;
      }
      if (waited > SHORTEST_LOOK_NANOS) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
    return true;
  }

  /** A job, offered to several helpers. */
  private static final class Offer {
    private final Runnable job;
    private final long start = System.nanoTime();
    private final AtomicInteger open = new AtomicInteger();
    private volatile Thread waiting;

    Offer(Runnable job) {
      this.job = job;
    }

    void make() {
      open.incrementAndGet();
      OFFERS.add(this);
    }

    void accept() {
      try {
        job.run();
      } finally {
        FREE.incrementAndGet();
        if (open.decrementAndGet() == 0) {
          LockSupport.unpark(waiting);
        }
      }
    }

    void takeBack() {
      while (open.get() > 0 && OFFERS.remove(this)) {
        FREE.incrementAndGet();
        open.decrementAndGet();
      }
    }

    /** How long those who do this job look for what comes next: as long as it has taken. */
    long look() {
      long taken = System.nanoTime() - start;
      return Math.max(SHORTEST_LOOK_NANOS, Math.min(LONGEST_LOOK_NANOS, taken));
    }

    void await() {
      if (seen(() -> open.get() == 0, look())) {
        return;
      }
      boolean interrupted = false;
      waiting = Thread.currentThread();
      while (open.get() > 0) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
