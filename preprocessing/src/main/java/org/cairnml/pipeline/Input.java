package org.cairnml.pipeline;

import java.util.List;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.data.Column;

/** A column of the user's table and how its values become features. Immutable. */
sealed interface Input permits NumberInput, BooleanInput, CategoryInput, TimeInput, TextInput {

  /** The name of the column. */
  String name();

  /** The kind of the column in training. */
  Column.Kind kind();

  /** The features that it becomes. */
  List<Feature> features();

  /**
   * Writes the features of one value to {@code out} from {@code at} on.
   *
   * @param value null for a missing one
   * @return false if the value is not usable
   */
  boolean encode(Object value, double[] out, int at);

  /** The same for a value of a column, without boxing where that is possible. */
  default boolean encode(Column column, int row, double[] out, int at) {
    return encode(column.value(row), out, at);
  }

  /** What a usable value is, for messages: "a number". */
  String expected();

  /** Everything that {@link Inputs#read} needs. */
  Fields write();
}
