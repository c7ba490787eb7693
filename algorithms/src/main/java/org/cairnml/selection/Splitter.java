package org.cairnml.selection;

import java.util.List;
import org.cairnml.core.Dataset;

/**
 * A way to split rows into training and test rows, several times. Values of this type are records:
 * equal splitters split equal rows equally.
 */
@FunctionalInterface
public interface Splitter {

  /**
   * The splits, in a fixed order.
   *
   * @throws org.cairnml.base.DataException if these rows cannot be split so, saying why
   */
  List<Split> split(SplitRows rows);

  /** The splits of the rows of data, which may have labels and groups. */
  default List<Split> split(Dataset data) {
    return split(SplitRows.of(data));
  }
}
