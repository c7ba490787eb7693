package org.cairnml.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.data.CategoryColumn;
import org.cairnml.data.Column;

/**
 * A column of categories: the index of the level, {@link Feature#UNSEEN} for one that is no level.
 * Values that are no texts count by their text; an empty text that is no level is missing.
 */
final class CategoryInput implements Input {

  private final Feature feature;
  private final Map<String, Integer> index = new HashMap<>();

  CategoryInput(String name, List<String> levels) {
    feature = Feature.category(name, levels);
    for (String level : levels) {
      index.put(level, index.size());
    }
  }

  List<String> levels() {
    return feature.levels();
  }

  @Override
  public String name() {
    return feature.name();
  }

  @Override
  public Column.Kind kind() {
    return Column.Kind.CATEGORY;
  }

  @Override
  public List<Feature> features() {
    return List.of(feature);
  }

  @Override
  public boolean encode(Object value, double[] out, int at) {
    out[at] = value == null ? Double.NaN : code(text(value));
    return true;
  }

  @Override
  public boolean encode(Column column, int row, double[] out, int at) {
    String text = column.string(row);
    out[at] = text == null ? Double.NaN : code(text);
    return true;
  }

  /** What each level of a column is here, then what its missing values are. */
  double[] codes(CategoryColumn column) {
    List<String> theirs = column.levels();
    double[] codes = new double[theirs.size() + 1];
    for (int level = 0; level < theirs.size(); level++) {
      codes[level] = code(theirs.get(level));
    }
    codes[theirs.size()] = Double.NaN;
    return codes;
  }

  private double code(String text) {
    Integer code = index.get(text);
    if (code == null && !text.equals(text.strip())) {
      code = index.get(text.strip());
    }
    if (code == null && (text.equals("true") || text.equals("false"))) {
      code = anyCase(text);
    }
    return code != null ? code : text.isBlank() ? Double.NaN : Feature.UNSEEN;
  }

  /** A file that holds only True and False is read as truth values, though training had more. */
  private Integer anyCase(String text) {
    for (String level : feature.levels()) {
      if (level.equalsIgnoreCase(text)) {
        return index.get(level);
      }
    }
    return null;
  }

  private static String text(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }
    return value.toString();
  }

  @Override
  public String expected() {
    return "a category";
  }

  @Override
  public Fields write() {
    return Fields.create()
        .set("name", name())
        .set("kind", "category")
        .setStrings("levels", levels());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CategoryInput that && feature.equals(that.feature);
  }

  @Override
  public int hashCode() {
    return feature.hashCode();
  }
}
