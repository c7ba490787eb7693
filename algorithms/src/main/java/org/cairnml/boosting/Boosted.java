package org.cairnml.boosting;

import org.cairnml.core.FitSummary;

/** What a {@link Booster} returns. */
record Boosted(TreeEnsemble ensemble, FitSummary summary) {}
