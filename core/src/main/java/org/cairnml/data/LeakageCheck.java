package org.cairnml.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairnml.base.DataException;

/**
 * Looks for reasons to distrust a test: a column that alone tells the target, rows that both parts
 * have, and test rows that are older than training rows.
 *
 * <pre>{@code
 * System.out.println(new LeakageCheck("churned").withTime("month").run(split));
 * }</pre>
 *
 * <p>A column is judged by what the target was at the nearest of its training values (the same
 * value, for levels and texts): the score is the share of the error of the constant prediction, on
 * test rows, that this avoids. The error is the share of wrong labels, or the squared error if the
 * target has more than 20 distinct numbers. 1 is perfect, a column of noise has 0 or less.
 */
public final class LeakageCheck {

  /** What is wrong. */
  public enum Kind {
    /** A column alone tells the target almost perfectly. */
    TELLS_TARGET,
    /** Test rows that also are training rows. */
    SHARED_ROWS,
    /** Test rows that are older than the last training row. */
    OLDER_TEST_ROWS
  }

  /**
   * One reason for distrust.
   *
   * @param kind what is wrong
   * @param column the column, null of shared rows
   * @param score the column's score, NaN of the other kinds
   * @param testRows the rows of the test that are concerned, ascending; empty of a column
   * @param text all that in words, with the cure
   */
  public record Finding(
      Kind kind, String column, double score, List<Integer> testRows, String text) {}

  /** All findings. */
  public record Report(List<Finding> findings) {

    /** Keeps a copy. */
    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean isClean() {
      return findings.isEmpty();
    }

    /** The findings, one a line. */
    @Override
    public String toString() {
      return findings.isEmpty()
          ? "no leakage found"
          : String.join("\n", findings.stream().map(Finding::text).toList());
    }
  }

  private final String target;
  private final String time;
  private final double threshold;

  private LeakageCheck(String target, String time, double threshold) {
    this.target = target;
    this.time = time;
    this.threshold = threshold;
  }

  /** For this target, without a time column; columns are reported from a score of 0.95 on. */
  public LeakageCheck(String target) {
    this(target, null, 0.95);
  }

  /** With the column, of times or numbers, that says when a row came to be. */
  public LeakageCheck withTime(String column) {
    return new LeakageCheck(target, column, threshold);
  }

  /** With another score from which on a column is reported, in (0, 1]. */
  public LeakageCheck withThreshold(double score) {
    if (!(score > 0 && score <= 1)) {
      throw new IllegalArgumentException("the threshold must be in (0, 1], got " + score);
    }
    return new LeakageCheck(target, time, score);
  }

  /** Checks the two parts of a table. */
  public Report run(Table.Split split) {
    return run(split.train(), split.test());
  }

  /**
   * Checks two tables of the same columns.
   *
   * @throws DataException if either has no rows or the test lacks a column of the training table
   */
  public Report run(Table train, Table test) {
    if (train.rows() == 0 || test.rows() == 0) {
      throw new DataException(
          "the check for leakage needs rows of both parts, there are "
              + train.rows()
              + " for training and "
              + test.rows()
              + " for the test");
    }
    Table same = test.select(train.names());
    List<Finding> findings = new ArrayList<>();
    SingleColumnRule rule = new SingleColumnRule(train.column(target), same.column(target));
    for (Column column : train) {
      if (!column.name().equals(target)) {
        double score = rule.score(column, same.column(column.name()));
        if (score >= threshold) {
          findings.add(tellsTarget(column.name(), score));
        }
      }
    }
    sharedRows(train, same, findings);
    if (time != null) {
      olderRows(train.column(time), same.column(time), findings);
    }
    return new Report(findings);
  }

  private Finding tellsTarget(String column, double score) {
    String text =
        String.format(
            Locale.ROOT,
            "column '%s' alone tells '%s' (score %.3f of 1): if it is known only after the fact,"
                + " drop it",
            column,
            target,
            score);
    return new Finding(Kind.TELLS_TARGET, column, score, List.of(), text);
  }

  private static void sharedRows(Table train, Table test, List<Finding> findings) {
    Set<List<Object>> seen = new HashSet<>(RowKeys.of(train, List.of()));
    List<List<Object>> keys = RowKeys.of(test, List.of());
    List<Integer> rows =
        IntStream.range(0, keys.size()).filter(i -> seen.contains(keys.get(i))).boxed().toList();
    if (!rows.isEmpty()) {
      String text =
          "rows of the test that are training rows as well: "
              + rows.size()
              + " of "
              + test.rows()
              + ", first "
              + test.place(rows.get(0))
              + "; remove duplicates before the split";
      findings.add(new Finding(Kind.SHARED_ROWS, null, Double.NaN, rows, text));
    }
  }

  private static void olderRows(Column train, Column test, List<Finding> findings) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < train.size(); i++) {
      last = train.isMissing(i) ? last : Math.max(last, SingleColumnRule.place(train, i));
    }
    double latest = last;
    List<Integer> rows =
        IntStream.range(0, test.size())
            .filter(i -> !test.isMissing(i) && SingleColumnRule.place(test, i) < latest)
            .boxed()
            .toList();
    if (!rows.isEmpty()) {
      String text =
          "rows of the test that are older than the last training row by '"
              + test.name()
              + "': "
              + rows.size()
              + " of "
              + test.size()
              + "; split at a point in time";
      findings.add(new Finding(Kind.OLDER_TEST_ROWS, test.name(), Double.NaN, rows, text));
    }
  }
}
