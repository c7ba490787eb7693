package org.cairnml.boosting;

import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.tree.TreeCodec;

/** Fields: {@code start} (one an output), {@code trees} (a list of {@link TreeCodec}). */
final class EnsembleCodec {

  private EnsembleCodec() {}

  static Fields write(TreeEnsemble ensemble) {
    return Fields.create()
        .set("start", ensemble.start())
        .setList("trees", ensemble.trees().stream().map(TreeCodec::write).toList());
  }

  /**
   * @param columns how many features the trees may ask about
   * @param outputs how many outputs there must be
   */
  static TreeEnsemble read(Fields fields, int columns, int outputs) {
    double[] start = fields.getDoubles("start");
    var trees = TreeCodec.readAll(fields.getList("trees"), columns, 1);
    if (start.length != outputs || trees.size() % outputs != 0) {
      throw new FormatException(
          "%d trees and %d start scores do not fit %d outputs"
              .formatted(trees.size(), start.length, outputs));
    }
    return new TreeEnsemble(trees, start, columns);
  }
}
