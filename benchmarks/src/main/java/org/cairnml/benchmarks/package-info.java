/**
 * Benchmarks; {@code benchmarks/run} starts them, {@code benchmarks/RESULTS.md} keeps the results.
 */
package org.cairnml.benchmarks;
