package org.cairnml.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairnml.base.DataException;
import org.cairnml.base.FormatException;
import org.cairnml.base.Workers;
import org.cairnml.core.Dataset;
import org.cairnml.core.Feature;
import org.cairnml.core.Fields;
import org.cairnml.core.Schema;
import org.cairnml.data.CategoryColumn;
import org.cairnml.data.Column;
import org.cairnml.data.Table;
import org.cairnml.linalg.LinearOperator;
import org.cairnml.linalg.Matrix;
import org.cairnml.linalg.SparseMatrix;
import org.cairnml.preprocessing.text.TextModel;

/** The columns of a table that a pipeline uses, and how they become a feature matrix. */
final class Inputs {

  private static final int BLOCK_ROWS = 1024;

  private final List<Input> inputs;
  private final int[] starts;
  private final Schema schema;

  Inputs(List<Input> inputs) {
    this.inputs = List.copyOf(inputs);
    starts = new int[inputs.size()];
    List<Feature> features = new ArrayList<>();
    for (int k = 0; k < starts.length; k++) {
      starts[k] = features.size();
      features.addAll(inputs.get(k).features());
    }
    schema = new Schema(features);
  }

  /** The features. */
  Schema schema() {
    return schema;
  }

  int size() {
    return starts.length;
  }

  String name(int k) {
    return inputs.get(k).name();
  }

  /** The names and kinds of the columns. */
  Map<String, Column.Kind> kinds() {
    Map<String, Column.Kind> kinds = new LinkedHashMap<>();
    inputs.forEach(input -> kinds.put(input.name(), input.kind()));
    return kinds;
  }

  /** The features that each column of texts becomes, by its name. */
  Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Input input : inputs) {
      if (input instanceof TextInput) {
        texts.put(input.name(), input.features().stream().map(Feature::name).toList());
      }
    }
    return texts;
  }

  /**
   * The features of all rows, sparse if that was asked for and there are texts of many terms.
   *
   * @param texts the rows of columns of texts that were transformed already, by name
   * @param notes gets a line for each column with categories that were not seen in training
   * @throws DataException if a column is absent or a value is not usable
   */
  Dataset encode(
      Table table,
      Map<String, SparseMatrix> texts,
      Workers workers,
      Sparsity sparsity,
      List<String> notes) {
    boolean anyText = inputs.stream().anyMatch(TextInput.class::isInstance);
    return anyText && sparsity.suits(schema.width())
        ? Dataset.of(encodeSparse(table, texts, workers, notes), schema)
        : Dataset.of(encode(table, texts, workers, notes), schema);
  }

  /** Columns between two texts make one dense block, each text a sparse one. */
  private SparseMatrix encodeSparse(
      Table table, Map<String, SparseMatrix> texts, Workers workers, List<String> notes) {
    List<LinearOperator> blocks = new ArrayList<>();
    for (int from = 0; from < inputs.size(); ) {
      int to = from;
      while (to < inputs.size() && !(inputs.get(to) instanceof TextInput)) {
        to++;
      }
      if (to > from) {
        blocks.add(new Inputs(inputs.subList(from, to)).encode(table, texts, workers, notes));
      }
      if (to < inputs.size()) {
        TextInput text = (TextInput) inputs.get(to);
        SparseMatrix known = texts.get(text.name());
        blocks.add(
            known != null ? known : text.model().transformSparse(column(table, text).toStrings()));
      }
      from = to + 1;
    }
    return SparseMatrix.besides(blocks.toArray(LinearOperator[]::new));
  }

  private Matrix encode(
      Table table, Map<String, SparseMatrix> texts, Workers workers, List<String> notes) {
    List<Column> columns = inputs.stream().map(input -> column(table, input)).toList();
    double[] data = new double[Math.multiplyExact(table.rows(), schema.width())];
    List<double[]> codes = new ArrayList<>();
    for (int k = 0; k < inputs.size(); k++) {
      codes.add(levelCodes(inputs.get(k), columns.get(k)));
    }
    workers.ranges(
        table.rows(),
        BLOCK_ROWS,
        (from, to) -> {
          for (int k = 0; k < starts.length; k++) {
            if (codes.get(k).length > 0) {
              encodeLevels(
                  codes.get(k), (CategoryColumn) columns.get(k), from, to, data, starts[k]);
            } else if (texts.containsKey(name(k))) {
              copy(texts.get(name(k)), from, to, data, starts[k]);
            } else {
              encode(k, table, columns.get(k), from, to, data);
            }
          }
        });
    workers.map(inputs.size(), k -> unseen(k, columns.get(k), data)).forEach(notes::addAll);
    return Matrix.wrap(data, table.rows(), schema.width());
  }

  private static Column column(Table table, Input input) {
    try {
      return table.column(input.name());
    } catch (DataException absent) {
      throw new DataException(
          "a column that the model was fitted on is missing: " + absent.getMessage(), absent);
    }
  }

  /** What each level of a column is here, then what missing is; none if there are no levels. */
  private static double[] levelCodes(Input input, Column column) {
    return input instanceof CategoryInput category && column instanceof CategoryColumn coded
        ? category.codes(coded)
        : new double[0];
  }

  private void encode(int k, Table table, Column column, int from, int to, double[] data) {
    Input input = inputs.get(k);
    for (int row = from; row < to; row++) {
      if (!input.encode(column, row, data, row * schema.width() + starts[k])) {
        throw unusable(table.place(row) + ", ", input, column.string(row));
      }
    }
  }

  /** Looks each level up once instead of the text of each row. */
  private void encodeLevels(
      double[] codes, CategoryColumn column, int from, int to, double[] data, int start) {
    int missing = codes.length - 1;
    int width = schema.width();
    for (int row = from; row < to; row++) {
      int code = column.code(row);
      data[row * width + start] = codes[code < 0 ? missing : code];
    }
  }

  private void copy(SparseMatrix rows, int from, int to, double[] data, int start) {
    for (int row = from; row < to; row++) {
      for (int p = rows.start(row); p < rows.start(row + 1); p++) {
        data[row * schema.width() + start + rows.column(p)] = rows.value(p);
      }
    }
  }

  private List<String> unseen(int k, Column column, double[] data) {
    if (inputs.get(k).kind() != Column.Kind.CATEGORY) {
      return List.of();
    }
    List<Integer> unseen = new ArrayList<>();
    for (int row = 0; row < column.size(); row++) {
      if (data[row * schema.width() + starts[k]] == Feature.UNSEEN) {
        unseen.add(row);
      }
    }
    if (unseen.isEmpty()) {
      return List.of();
    }
    long distinct = unseen.stream().map(column::string).distinct().count();
    return List.of(
        "column '%s': %d rows hold %d categories that were not seen in training, such as '%s'"
            .formatted(column.name(), unseen.size(), distinct, column.string(unseen.get(0))));
  }

  /** Writes the features of value {@code value} of input {@code k} to their places in a row. */
  void encode(int k, Object value, double[] row) {
    if (!inputs.get(k).encode(value, row, starts[k])) {
      throw unusable("", inputs.get(k), value);
    }
  }

  private static DataException unusable(String place, Input input, Object value) {
    return new DataException(
        "%scolumn '%s': found '%s', expected %s as in training; correct the value, or leave it empty if it is unknown"
            .formatted(place, input.name(), value, input.expected()));
  }

  List<Fields> write() {
    return inputs.stream().map(Input::write).toList();
  }

  static Inputs read(List<Fields> all) {
    List<Input> inputs = new ArrayList<>();
    for (Fields fields : all) {
      String name = fields.getString("name");
      String kind = fields.getString("kind");
      inputs.add(
          switch (kind) {
            case "number" -> new NumberInput(name);
            case "boolean" -> new BooleanInput(name);
            case "category" -> new CategoryInput(name, fields.getStrings("levels"));
            case "text" -> new TextInput(name, fields.getModel("model", TextModel.class));
            case "time" -> new TimeInput(name, fields.getBoolean("hours"));
            default ->
                throw new FormatException("column '" + name + "' is of unknown kind " + kind);
          });
    }
    return new Inputs(inputs);
  }
}
