package org.cairnml.meta;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairnml.base.Seed;
import org.cairnml.core.ClassificationModel;
import org.cairnml.core.Classifier;
import org.cairnml.core.Dataset;
import org.cairnml.core.FitOptions;
import org.cairnml.core.Param;
import org.cairnml.core.Summary;
import org.cairnml.linear.LogisticRegression;

/**
 * A classifier fitted on rows whose classes are evened out. Since that happens in {@code fit}, it
 * never touches test rows: in cross-validation and search only the training rows of each split are
 * resampled.
 *
 * <p>The model is the base's own, and it believes the shares of classes that it saw: its
 * probabilities of rare classes are too high for the rows as they come. Where probabilities matter,
 * put it into a {@link CalibratedClassifier}; where only the decision does, a {@link
 * TunedThresholdClassifier} is often as good and costs no rows.
 *
 * <p>In {@code Pipeline.auto} categories are one-hot columns before they come here, and SMOTE makes
 * values between 0 and 1 of them. To have its own treatment of categories, {@link #resample} a data
 * set that holds them; {@code OVER} and {@code UNDER} make no values.
 *
 * <p>A row keeps its weight and its group when it is repeated; a row of SMOTE has those of the row
 * that it starts from. Rows of weight 0 are left out. SMOTE compares columns as they are, so that
 * they should be scaled alike, and refuses missing values; the others pass them on to a base that
 * uses them.
 *
 * @param base the classifier inside
 * @param method how classes are evened out
 * @param balance how even: the rows of the smallest class over those of the largest, afterwards.
 *     {@code OVER} and {@code SMOTE} raise every class to at least this share of the largest,
 *     {@code UNDER} lowers every class to at most the smallest divided by it
 * @param neighbors of how many nearest neighbours SMOTE takes one
 * @param seed start of all draws
 */
@Summary("A classifier fitted on over-sampled, under-sampled or SMOTE rows")
public record ResampledClassifier(
    @Param("The classifier inside") Classifier<?> base,
    @Param("How classes are evened out") Resampling method,
    @Param(value = "Rows of the smallest over rows of the largest class", range = "(0, 1]")
        double balance,
    @Param(value = "Of how many nearest neighbours SMOTE takes one", range = "[1, inf)")
        int neighbors,
    @Param("Start of all draws") long seed)
    implements Classifier<ClassificationModel>, ResampledClassifierParams {

  /** Checks the ranges; use {@code new ResampledClassifier().withBase(...)} instead. */
  public ResampledClassifier {
    ResampledClassifierParams.check(base, method, balance, neighbors, seed);
  }

  /** Logistic regression, SMOTE of 5 neighbours, all classes as large as the largest, seed 0. */
  public ResampledClassifier() {
    this(new LogisticRegression(), Resampling.SMOTE, 1, 5, 0);
  }

  @Override
  public ClassificationModel fit(Dataset data, FitOptions options) {
    return base.fit(resample(data, options), options);
  }

  /**
   * The rows that the base learns from: those of the data, or some of them, in their order, and
   * then those that are added.
   *
   * @throws org.cairnml.base.DataException if there are no labels, or a value cannot be used
   */
  public Dataset resample(Dataset data) {
    return resample(data, new FitOptions());
  }

  private Dataset resample(Dataset data, FitOptions options) {
    data.labels();
    Dataset used = Base.checked(data, base);
    List<int[]> rows = rowsOfClasses(used);
    if (method == Resampling.UNDER) {
      return used.rows(some(rows));
    }
    int[] wanted = new int[rows.size()];
    int largest = rows.stream().mapToInt(r -> r.length).max().orElse(0);
    for (int c = 0; c < wanted.length; c++) {
      int size = rows.get(c).length;
      wanted[c] = size == 0 ? 0 : (int) Math.max(0, Math.round(balance * largest) - size);
    }
    return method == Resampling.OVER
        ? used.rows(repeated(used.rows(), rows, wanted))
        : new Smote(neighbors, Seed.of(seed)).enlarge(used, rows, wanted, options.workers());
  }

  private static List<int[]> rowsOfClasses(Dataset data) {
    List<int[]> rows = new ArrayList<>();
    for (int c = 0; c < data.labels().classes().size(); c++) {
      int code = c;
      rows.add(
          IntStream.range(0, data.rows()).filter(i -> data.labels().code(i) == code).toArray());
    }
    return rows;
  }

  private int[] some(List<int[]> rows) {
    int smallest =
        rows.stream().mapToInt(r -> r.length).filter(n -> n > 0).min().orElse(Integer.MAX_VALUE);
    long most = Math.round(smallest / balance);
    return IntStream.range(0, rows.size())
        .flatMap(
            c ->
                Arrays.stream(Seed.of(seed).child(c).permutation(rows.get(c).length))
                    .limit(most)
                    .map(i -> rows.get(c)[i]))
        .sorted()
        .toArray();
  }

  private int[] repeated(int count, List<int[]> rows, int[] wanted) {
    IntStream added =
        IntStream.range(0, rows.size())
            .flatMap(
                c ->
                    Seed.of(seed)
                        .child(c)
                        .generator()
                        .ints(wanted[c], 0, Math.max(1, rows.get(c).length))
                        .map(i -> rows.get(c)[i]));
    return IntStream.concat(IntStream.range(0, count), added).toArray();
  }
}
