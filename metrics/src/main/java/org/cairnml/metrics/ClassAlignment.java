package org.cairnml.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cairnml.data.Labels;

/** Truth and prediction coded by one list of classes. */
record ClassAlignment(Labels truth, Labels predicted) {

  /**
   * Both over the larger list of classes, or over all classes sorted if neither holds the other.
   */
  static ClassAlignment of(Labels truth, Labels predicted) {
    Require.sameLength(truth.size(), predicted.size());
    List<String> classes = union(truth.classes(), predicted.classes());
    return new ClassAlignment(truth.withClasses(classes), predicted.withClasses(classes));
  }

  List<String> classes() {
    return truth.classes();
  }

  private static List<String> union(List<String> a, List<String> b) {
    if (a.equals(b) || new HashSet<>(a).containsAll(b)) {
      return a;
    }
    if (new HashSet<>(b).containsAll(a)) {
      return b;
    }
    List<String> all = new ArrayList<>(a);
    all.addAll(b);
    return Labels.of(all).classes();
  }
}
