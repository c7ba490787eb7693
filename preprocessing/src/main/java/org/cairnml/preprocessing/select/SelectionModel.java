package org.cairnml.preprocessing.select;

import java.util.stream.IntStream;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitSummary;
import org.cairnml.core.FittedTransform;
import org.cairnml.core.Schema;
import org.cairnml.core.Schema.Missing;

/** Keeps some of the columns, in their order and under their names. */
public final class SelectionModel extends FittedTransform {

  private final int[] kept;
  private final double[] scores;
  private final Missing missing;

  /**
   * Keeps columns, for selections of your own.
   *
   * @param kept the indices of the columns that are kept, ascending
   * @param scores what each column was judged by (d), NaN for none
   * @param missing what becomes of NaN
   */
  public static SelectionModel of(
      Schema schema, int[] kept, double[] scores, Missing missing, FitSummary summary) {
    return new SelectionModel(schema, kept.clone(), scores.clone(), missing, summary);
  }

  /** Keeps its arguments. */
  SelectionModel(Schema schema, int[] kept, double[] scores, Missing missing, FitSummary summary) {
    super(schema, new Schema(IntStream.of(kept).mapToObj(schema::get).toList()), summary);
    this.kept = kept;
    this.scores = scores;
    this.missing = missing;
  }

  /** The indices of the columns that are kept, ascending (a copy). */
  public int[] kept() {
    return kept.clone();
  }

  /** What each column was judged by, NaN for category columns and constant ones (a copy). */
  public double[] scores() {
    return scores.clone();
  }

  Missing missing() {
    return missing;
  }

  @Override
  public void transformInto(double[] row, double[] out) {
    schema().check(row, missing);
    for (int k = 0; k < kept.length; k++) {
      out[k] = row[kept[k]];
    }
  }

  /** Sparse features stay sparse. */
  @Override
  public Dataset transform(Dataset data) {
    if (!data.isSparse()) {
      return super.transform(data);
    }
    schema().check(data.sparse(), missing);
    return data.withFeatures(data.sparse().columns(kept), output());
  }

  /** The columns that pass, by index. */
  static int[] where(boolean[] passes) {
    return IntStream.range(0, passes.length).filter(j -> passes[j]).toArray();
  }
}
