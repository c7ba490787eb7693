package org.cairnml.benchmarks.trees;

import java.nio.file.Path;
import org.cairnml.core.FitOptions;

/**
 * Reads a file and fits a forest of 100 trees to its training rows; ends well if the heap is large
 * enough. {@code benchmarks/trees} seeks the smallest heap with it. Arguments: the file, threads.
 */
public final class ForestHeap {

  private ForestHeap() {}

  /** Fits. */
  public static void main(String[] args) {
    LabelledRows rows = LabelledRows.read(Path.of(args[0]));
    Job job = new Job(Work.FOREST, 100, Integer.parseInt(args[1]), 0);
    FitOptions options = new FitOptions().withWorkers(job.threads());
    System.out.println(CairnTrees.learner(job).fit(rows.train(), options));
  }
}
