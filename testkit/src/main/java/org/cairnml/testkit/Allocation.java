package org.cairnml.testkit;

import java.lang.reflect.Method;

/**
 * Counts what the current thread allocates. By reflection, since the module under test does not
 * read the management modules.
 */
public final class Allocation {

  private Allocation() {}

  /** The bytes that running the task many times allocates, on average, rounded down. */
  public static long bytesPerRun(int runs, Runnable task) throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Method allocated =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getThreadAllocatedBytes", long.class);
    long thread = Thread.currentThread().getId();
    task.run();
    allocated.invoke(threads, thread);
    long before = (long) allocated.invoke(threads, thread);
    for (int i = 0; i < runs; i++) {
      task.run();
    }
    return ((long) allocated.invoke(threads, thread) - before) / runs;
  }
}
