package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cairnml.base.DataException;
import org.cairnml.data.CategoryColumn;
import org.cairnml.data.Column;
import org.cairnml.data.NumericColumn;
import org.cairnml.data.Table;
import org.cairnml.data.TimeColumn;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.preprocessing.text.FittedTexts;
import org.cairnml.preprocessing.text.TextVectorizer;

/**
 * The columns that a pipeline uses of a training table.
 *
 * @param inputs what is used
 * @param notes why the others are not
 * @param texts the rows that the columns of texts became while they were learned from, by name
 */
record ColumnChoice(List<Input> inputs, List<String> notes, Map<String, SparseMatrix> texts) {

  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(.*[_\\s.-])?(?i:id|uuid|guid|key|index|rowid|row)|.*[a-z]I[Dd]|(?i:unnamed.*)");
  private static final double NEARLY_ALL = 0.9;
  private static final int FEW_LEVELS = 20;

  /** Chooses among the columns of a table in which no row is without target. */
  static ColumnChoice of(Table train, Pipeline pipeline) {
    List<Input> inputs = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Map<String, SparseMatrix> texts = new HashMap<>();
    for (Column column : train) {
      TextVectorizer vectorizer = pipeline.texts().get(column.name());
      if (vectorizer != null && pipeline.isFeature(column.name())) {
        FittedTexts fitted = vectorizer.fitTransform(column.toStrings());
        inputs.add(new TextInput(column.name(), fitted.model()));
        texts.put(column.name(), fitted.rows());
      } else if (pipeline.isFeature(column.name())) {
        String reason = pipeline.columns() == Columns.AUTOMATIC ? uselessness(column) : "";
        if (reason.isEmpty()) {
          inputs.add(input(column));
        } else {
          notes.add("left out column '" + column.name() + "': " + reason);
        }
      }
    }
    return new ColumnChoice(inputs, notes, texts);
  }

  /** Why a column cannot help, empty if it may. */
  private static String uselessness(Column column) {
    int present = column.size() - column.missing();
    if (present == 0) {
      return "it has no value in any row";
    }
    if (column.kind() == Column.Kind.TEXT) {
      return "it is free text; --text uses its words (in Java: withText(...))";
    }
    if (present == column.size() && isConstant(column)) {
      return "it is '" + column.string(0) + "' in every row";
    }
    if (column instanceof CategoryColumn category) {
      int levels = presentLevels(category).size();
      return levels > FEW_LEVELS && levels > NEARLY_ALL * present
          ? "nearly every row has a value of its own, like an identifier"
          : "";
    }
    return column instanceof NumericColumn
            && IDENTIFIER.matcher(column.name()).matches()
            && isWithoutRepetition(column.toDoubles())
        ? "every row has a number of its own and the name is that of an identifier"
        : "";
  }

  private static boolean isConstant(Column column) {
    String first = column.string(0);
    for (int i = 1; i < column.size(); i++) {
      if (!column.string(i).equals(first)) {
        return false;
      }
    }
    return column.size() > 1;
  }

  private static boolean isWithoutRepetition(double[] values) {
    Arrays.sort(values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != Math.rint(values[i]) || i > 0 && values[i] == values[i - 1]) {
        return false;
      }
    }
    return values.length > 1;
  }

  private static Input input(Column column) {
    return switch (column.kind()) {
      case NUMERIC -> new NumberInput(column.name());
      case BOOLEAN -> new BooleanInput(column.name());
      case CATEGORY -> new CategoryInput(column.name(), presentLevels((CategoryColumn) column));
      case TIME ->
          new TimeInput(column.name(), ((TimeColumn) column).grain() != TimeColumn.Grain.DATE);
      case TEXT ->
          throw new DataException(
              "column '"
                  + column.name()
                  + "' is free text; use it with withText(\""
                  + column.name()
                  + "\", new TfidfVectorizer()), or leave it out with without(\""
                  + column.name()
                  + "\")");
    };
  }

  /** The levels that occur: those of rows that are not trained on must not be known. */
  private static List<String> presentLevels(CategoryColumn column) {
    boolean[] occurs = new boolean[column.levels().size()];
    for (int code : column.codes()) {
      if (code >= 0) {
        occurs[code] = true;
      }
    }
    List<String> present = new ArrayList<>();
    for (int level = 0; level < occurs.length; level++) {
      if (occurs[level]) {
        present.add(column.levels().get(level));
      }
    }
    return present;
  }
}
