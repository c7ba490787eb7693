package org.cairnml.benchmarks.trees;

/**
 * One fit.
 *
 * @param work what is grown
 * @param trees how many trees, or rounds of boosting
 * @param threads how many threads may work
 * @param seed start of all randomness
 */
record Job(Work work, int trees, int threads, long seed) {}
