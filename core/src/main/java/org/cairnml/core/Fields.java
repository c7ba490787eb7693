package org.cairnml.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.FormatException;
import org.cairnml.linalg.Matrix;

/**
 * Named values of a model on the way to or from a file: numbers, strings, booleans, arrays, lists,
 * and fields within fields. Values that are set are not copied.
 *
 * <p>A {@code get} of a field that is absent or of another kind throws a {@link FormatException}
 * that names it.
 */
public final class Fields {
  // Values are kept in the few kinds that the file format has: Long, Double, Boolean, String,
  // byte[], int[], long[], double[], float[], List (of these) and Fields.

  private final Map<String, Object> values = new LinkedHashMap<>();

  private Fields() {}

  /** No fields yet. */
  public static Fields create() {
    return new Fields();
  }

  /** Adds a whole number. */
  public Fields set(String name, long value) {
    return put(name, value);
  }

  /** Adds a number. */
  public Fields set(String name, double value) {
    return put(name, value);
  }

  /** Adds a truth value. */
  public Fields set(String name, boolean value) {
    return put(name, value);
  }

  /** Adds a text. */
  public Fields set(String name, String value) {
    return put(name, value);
  }

  /** Adds bytes. */
  public Fields set(String name, byte[] value) {
    return put(name, value);
  }

  /** Adds whole numbers. */
  public Fields set(String name, int[] value) {
    return put(name, value);
  }

  /** Adds whole numbers. */
  public Fields set(String name, long[] value) {
    return put(name, value);
  }

  /** Adds numbers. */
  public Fields set(String name, double[] value) {
    return put(name, value);
  }

  /** Adds numbers. */
  public Fields set(String name, float[] value) {
    return put(name, value);
  }

  /** Adds fields within the fields. */
  public Fields set(String name, Fields value) {
    return put(name, value);
  }

  /** Adds texts. */
  public Fields setStrings(String name, List<String> value) {
    return put(name, List.copyOf(value));
  }

  /** Adds a list of fields. */
  public Fields setList(String name, List<Fields> value) {
    return put(name, List.copyOf(value));
  }

  /** Adds a matrix. */
  public Fields set(String name, Matrix value) {
    Matrix copy = value.copy();
    return set(
        name, create().set("rows", copy.rows()).set("cols", copy.cols()).set("data", copy.data()));
  }

  /** Adds a schema. */
  public Fields set(String name, Schema schema) {
    List<Fields> features = new ArrayList<>();
    for (Feature feature : schema.features()) {
      Fields fields = create().set("name", feature.name());
      if (feature.isCategory()) {
        fields.setStrings("levels", feature.levels());
      }
      features.add(fields);
    }
    return setList(name, features);
  }

  /** Adds a summary without its time, so that equal models give equal files. */
  public Fields set(String name, FitSummary summary) {
    return set(
        name,
        create()
            .set("iterations", summary.iterations())
            .set("converged", summary.converged())
            .set("objective", summary.objective())
            .set("note", summary.note()));
  }

  /** Adds a model that has a codec. */
  public Fields setModel(String name, Object model) {
    return set(name, ModelCodecs.write(model));
  }

  private Fields put(String name, Object value) {
    if (value == null || values.put(name, value) != null) {
      throw new IllegalArgumentException("field '" + name + "' is null or set twice");
    }
    return this;
  }

  /** Adds a value of one of the kinds of the file format. */
  Fields setRaw(String name, Object value) {
    return put(name, value);
  }

  /** All values by name, in the order they were set. */
  Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Whether there is such a field. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A whole number. */
  public long getLong(String name) {
    return get(name, Long.class);
  }

  /** A whole number of 32 bits. */
  public int getInt(String name) {
    long value = getLong(name);
    if (value != (int) value) {
      throw new FormatException("field '" + name + "' is too large: " + value);
    }
    return (int) value;
  }

  /** A number. */
  public double getDouble(String name) {
    return get(name, Double.class);
  }

  /** A truth value. */
  public boolean getBoolean(String name) {
    return get(name, Boolean.class);
  }

  /** A text. */
  public String getString(String name) {
    return get(name, String.class);
  }

  /** Bytes. */
  public byte[] getBytes(String name) {
    return get(name, byte[].class);
  }

  /** Whole numbers. */
  public int[] getInts(String name) {
    return get(name, int[].class);
  }

  /** Whole numbers. */
  public long[] getLongs(String name) {
    return get(name, long[].class);
  }

  /** Numbers. */
  public double[] getDoubles(String name) {
    return get(name, double[].class);
  }

  /** Numbers. */
  public float[] getFloats(String name) {
    return get(name, float[].class);
  }

  /** Fields within the fields. */
  public Fields getFields(String name) {
    return get(name, Fields.class);
  }

  /** Texts. */
  public List<String> getStrings(String name) {
    return list(name, String.class);
  }

  /** A list of fields. */
  public List<Fields> getList(String name) {
    return list(name, Fields.class);
  }

  /** A matrix. */
  public Matrix getMatrix(String name) {
    Fields fields = getFields(name);
    double[] data = fields.getDoubles("data");
    int rows = fields.getInt("rows");
    int cols = fields.getInt("cols");
    if (rows < 0 || cols < 0 || (long) rows * cols != data.length) {
      throw new FormatException(
          "field '" + name + "' has " + data.length + " values for " + rows + " x " + cols);
    }
    return Matrix.wrap(data, rows, cols);
  }

  /** A schema. */
  public Schema getSchema(String name) {
    List<Feature> features = new ArrayList<>();
    for (Fields fields : getList(name)) {
      List<String> levels = fields.has("levels") ? fields.getStrings("levels") : List.of();
      features.add(new Feature(fields.getString("name"), levels));
    }
    return new Schema(features);
  }

  /** A summary, of time 0. */
  public FitSummary getSummary(String name) {
    Fields fields = getFields(name);
    return new FitSummary(
        fields.getInt("iterations"),
        fields.getBoolean("converged"),
        fields.getDouble("objective"),
        Duration.ZERO,
        fields.getString("note"));
  }

  /** A model that has a codec. */
  public <T> T getModel(String name, Class<T> type) {
    return ModelCodecs.read(getFields(name), type);
  }

  private <T> List<T> list(String name, Class<T> type) {
    List<T> typed = new ArrayList<>();
    for (Object element : get(name, List.class)) {
      if (!type.isInstance(element)) {
        throw new FormatException("field '" + name + "' holds something else than expected");
      }
      typed.add(type.cast(element));
    }
    return typed;
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (value == null) {
      throw new FormatException("field '" + name + "' is absent");
    }
    if (!type.isInstance(value)) {
      throw new FormatException(
          "field '"
              + name
              + "' is a "
              + value.getClass().getSimpleName()
              + ", expected a "
              + type.getSimpleName());
    }
    return type.cast(value);
  }
}
