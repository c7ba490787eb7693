/**
 * Trees, forests and boosted trees beside those of other libraries; read {@link
 * org.cairnml.benchmarks.trees.TreeComparison} first. {@code benchmarks/trees} runs all of it.
 */
package org.cairnml.benchmarks.trees;
