package org.cairnml.benchmarks.trees;

import java.util.Locale;

/**
 * Lines of measurements, as {@code trees_table.py} reads them, parted by tabs: set, work, library,
 * trees, threads, Java version, {@code vector} or {@code scalar}, fold, what is measured, value.
 */
record Results(String set) {

  private static final String VECTOR =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? "vector" : "scalar";

  /** The lines of one fit. */
  Of of(String library, Job job, int fold) {
    return new Of(
        String.join(
            "\t",
            set,
            job.work().label(),
            library,
            Integer.toString(job.trees()),
            Integer.toString(job.threads()),
            "java" + Runtime.version().feature(),
            VECTOR,
            Integer.toString(fold)));
  }

  /** The lines of one fit. */
  record Of(String start) {
    void print(String what, double value) {
      System.out.println(start + "\t" + what + "\t" + String.format(Locale.ROOT, "%.6g", value));
    }
  }
}
