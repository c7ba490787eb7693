package org.cairnml.linear;

import java.util.List;
import org.cairnml.core.FitSummary;
import org.cairnml.core.Schema;

/** A fitted {@link SGDClassifier} whose loss tells classes apart without probabilities. */
public final class SGDMarginModel extends SGDClassificationModel {

  SGDMarginModel(
      Schema schema,
      List<String> classes,
      int[] present,
      List<SGDState> states,
      FitSummary summary) {
    super(schema, classes, present, states, summary);
  }
}
