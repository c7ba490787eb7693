package org.cairnml.preprocessing.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairnml.base.FormatException;
import org.cairnml.core.Fields;
import org.cairnml.core.ModelCodec;
import org.cairnml.core.Schema;
import org.cairnml.preprocessing.column.Names;

/**
 * Fields: {@code schema}, {@code columns} (for each the {@code edges} of its bins, ascending, the
 * same twice for a column of one value), {@code encoding}, {@code summary}. Older files have {@code
 * cuts} in place of the edges, which lack the outer two: there the outermost cuts stand for them.
 */
public final class BinsModelCodec implements ModelCodec<BinsModel> {

  /** For the service loader. */
  public BinsModelCodec() {}

  @Override
  public String typeId() {
    return "feature.bins";
  }

  @Override
  public Class<BinsModel> type() {
    return BinsModel.class;
  }

  @Override
  public Fields write(BinsModel model) {
    List<Fields> columns = new ArrayList<>();
    for (int j = 0; j < model.schema().width(); j++) {
      columns.add(Fields.create().set("edges", model.edges(j)));
    }
    return Fields.create()
        .set("schema", model.schema())
        .setList("columns", columns)
        .set("encoding", model.encoding().name())
        .set("summary", model.summary());
  }

  @Override
  public BinsModel read(Fields fields) {
    Schema schema = fields.getSchema("schema");
    List<double[]> edges = fields.getList("columns").stream().map(BinsModelCodec::edges).toList();
    if (edges.size() != schema.width()) {
      throw new FormatException("a discretizer has another number of edges than columns");
    }
    for (int j = 0; j < schema.width(); j++) {
      if (!ascend(edges.get(j))) {
        throw new FormatException(
            "the edges of column '" + schema.name(j) + "' of a discretizer do not ascend");
      }
    }
    return new BinsModel(
        schema,
        edges,
        Names.constant(fields, "encoding", BinEncoding.class),
        fields.getSummary("summary"));
  }

  private static double[] edges(Fields column) {
    if (column.has("edges")) {
      return column.getDoubles("edges");
    }
    double[] cuts = column.getDoubles("cuts");
    double[] edges = new double[cuts.length + 2];
    Arrays.fill(edges, Double.NaN);
    for (int k = 0; k < edges.length && cuts.length > 0; k++) {
      edges[k] = cuts[Math.max(0, Math.min(cuts.length, k) - 1)];
    }
    return edges;
  }

  private static boolean ascend(double[] edges) {
    int last = edges.length - 1;
    boolean ascend = last > 0;
    for (int k = 1; k <= last; k++) {
      boolean outer = k == 1 || k == last;
      ascend &= outer ? !(edges[k - 1] > edges[k]) : edges[k - 1] < edges[k];
    }
    return ascend;
  }
}
