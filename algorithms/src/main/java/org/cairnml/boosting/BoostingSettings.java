package org.cairnml.boosting;

import java.util.List;

/**
 * The hyperparameters that the boosting learners share.
 *
 * @param rounds at most so many
 * @param learningRate what the values of each tree are multiplied by
 * @param tree how each tree grows
 * @param maxBins at most so many bins a feature
 * @param rowShare the share of rows drawn for each round
 * @param columnShare the share of columns drawn for each tree
 * @param patience rounds without improvement on the validation set before the end
 * @param categorySmoothing see {@link SplitScan}
 * @param rising columns in which the score must not fall
 * @param falling columns in which the score must not rise
 * @param interactions sets of columns that may act together; empty for no limits
 * @param seed start of all randomness
 */
record BoostingSettings(
    int rounds,
    double learningRate,
    TreeSettings tree,
    int maxBins,
    double rowShare,
    double columnShare,
    int patience,
    double categorySmoothing,
    List<String> rising,
    List<String> falling,
    List<List<String>> interactions,
    long seed) {}
