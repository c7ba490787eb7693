package org.cairnml.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairnml.base.DataException;
import org.cairnml.base.Seed;
import org.cairnml.core.Dataset;
import org.cairnml.data.Column;
import org.cairnml.data.Labels;
import org.cairnml.linalg.Matrix;
import org.junit.jupiter.api.Test;

class SplittersTest {

  @Property(tries = 100)
  void everyRowIsTestedOnceByEverySplitterIntoFolds(
      @ForAll @IntRange(min = 30, max = 90) int n,
      @ForAll @IntRange(min = 2, max = 6) int folds,
      @ForAll long number) {
    Seed seed = Seed.of(number);
    SplitRows rows = rows(n, seed);
    List<Splitter> splitters =
        List.of(
            new KFold(folds, seed),
            new StratifiedKFold(folds, seed),
            new GroupKFold(folds),
            new StratifiedGroupKFold(folds, seed),
            new LeaveOneOut());
    for (Splitter splitter : splitters) {
      List<Split> splits = splitter.split(rows);
      assertThat(splits).hasSize(splitter instanceof LeaveOneOut ? n : folds);
      assertThat(splits.stream().flatMapToInt(s -> Arrays.stream(s.test())).sorted().toArray())
          .as("%s", splitter)
          .isEqualTo(IntStream.range(0, n).toArray());
      for (Split split : splits) {
        assertThat(split.test()).isNotEmpty();
        assertThat(all(split)).isEqualTo(IntStream.range(0, n).toArray());
      }
      assertThat(splitter.split(rows)).isEqualTo(splits);
    }
  }

  @Property(tries = 100)
  void sizesAndClassesOfFoldsDifferByOneAtMost(
      @ForAll @IntRange(min = 30, max = 90) int n,
      @ForAll @IntRange(min = 2, max = 6) int folds,
      @ForAll long number) {
    SplitRows rows = rows(n, Seed.of(number));
    Labels labels = rows.classes().orElseThrow();
    List<Split> stratified = new StratifiedKFold(folds, Seed.of(number)).split(rows);
    for (int c = 0; c < labels.classes().size(); c++) {
      int code = c;
      int[] counts = stratified.stream().mapToInt(s -> count(labels, s, code)).toArray();
      assertThat(spread(counts)).isLessThanOrEqualTo(1);
    }
    assertThat(spread(sizes(stratified))).isLessThanOrEqualTo(1);
    assertThat(spread(sizes(new KFold(folds).split(rows)))).isLessThanOrEqualTo(1);
  }

  @Property(tries = 100)
  void noGroupIsOnBothSides(@ForAll @IntRange(min = 30, max = 90) int n, @ForAll long number) {
    SplitRows rows = rows(n, Seed.of(number));
    int[] groups = rows.groups().orElseThrow();
    for (Splitter splitter : List.of(new GroupKFold(3), new StratifiedGroupKFold(3))) {
      for (Split split : splitter.split(rows)) {
        int[] tested = Arrays.stream(split.test()).map(i -> groups[i]).toArray();
        assertThat(Arrays.stream(split.train()).map(i -> groups[i]).toArray())
            .doesNotContain(tested);
      }
    }
  }

  @Property(tries = 100)
  void monteCarloTestsOnTheShareAskedFor(
      @ForAll @IntRange(min = 30, max = 90) int n,
      @ForAll @IntRange(min = 10, max = 90) int percent,
      @ForAll long number) {
    double share = percent / 100.0;
    SplitRows rows = rows(n, Seed.of(number));
    Labels labels = rows.classes().orElseThrow();
    int[] counts = labels.counts();
    for (Split split : new ShuffleSplit(3, share, Seed.of(number)).split(rows)) {
      assertThat(split.test()).hasSize((int) Math.round(n * share));
      assertThat(all(split)).isEqualTo(IntStream.range(0, n).toArray());
    }
    for (Split split : new StratifiedShuffleSplit(3, share, Seed.of(number)).split(rows)) {
      assertThat(split.test()).hasSize((int) Math.round(n * share));
      double exact = split.test().length / (double) n;
      for (int c = 0; c < counts.length; c++) {
        assertThat(Math.abs(count(labels, split, c) - counts[c] * exact)).isLessThanOrEqualTo(1.0);
      }
    }
  }

  @Property(tries = 100)
  void timeNeverRunsBackwards(
      @ForAll @IntRange(min = 30, max = 90) int n,
      @ForAll @IntRange(min = 1, max = 6) int folds,
      @ForAll @IntRange(max = 3) int gap,
      @ForAll @IntRange(min = 1, max = 20) int window) {
    List<Split> splits =
        new TimeSeriesSplit(folds).withGap(gap).withWindow(window).split(SplitRows.of(n));
    assertThat(splits).hasSize(folds);
    int next = splits.get(0).test()[0];
    for (Split split : splits) {
      assertThat(split.train().length).isBetween(1, window);
      assertThat(Arrays.stream(split.train()).max().orElseThrow() + gap + 1)
          .isEqualTo(split.test()[0]);
      assertThat(split.test()[0]).isEqualTo(next);
      next += split.test().length;
    }
    assertThat(next).isEqualTo(n);
  }

  @Test
  void repeatsDifferAndAreReproducible() {
    var repeated = new Repeated(new KFold(4), 3);
    List<Split> splits = repeated.split(SplitRows.of(40));
    assertThat(splits).hasSize(12).doesNotHaveDuplicates();
    assertThat(splits.subList(4, 8))
        .isEqualTo(new KFold(4, Seed.of(0).child(1)).split(SplitRows.of(40)));
  }

  @Test
  void stratifiedGroupsKeepSharesWhereGroupsAllow() {
    int[] groups = IntStream.range(0, 60).map(i -> i / 3).toArray();
    Labels labels = Labels.of(IntStream.range(0, 60).map(i -> i < 30 ? 0 : 1).toArray());
    SplitRows rows = SplitRows.of(60).withClasses(labels).withGroups(groups);
    for (Split split : new StratifiedGroupKFold(5).split(rows)) {
      assertThat(count(labels, split, 0)).isEqualTo(6);
      assertThat(count(labels, split, 1)).isEqualTo(6);
    }
  }

  @Test
  void timeSeriesAsDocumented() {
    List<Split> splits = new TimeSeriesSplit(3).withTestRows(2).withGap(1).split(SplitRows.of(10));
    assertThat(splits)
        .containsExactly(
            Split.of(new int[] {0, 1, 2}, new int[] {4, 5}),
            Split.of(new int[] {0, 1, 2, 3, 4}, new int[] {6, 7}),
            Split.of(new int[] {0, 1, 2, 3, 4, 5, 6}, new int[] {8, 9}));
  }

  @Test
  void readsClassesAndGroupsOfDataAndColumns() {
    Dataset data =
        Dataset.of(Matrix.zeros(4, 1), Labels.of("a", "b", "a", "b")).withGroups(7, 7, 9, 9);
    assertThat(new GroupKFold(2).split(data))
        .containsExactly(
            Split.of(new int[] {2, 3}, new int[] {0, 1}),
            Split.of(new int[] {0, 1}, new int[] {2, 3}));
    Column patients = Column.category("patient", "p", "p", null);
    assertThatThrownBy(() -> SplitRows.of(3).withGroups(patients))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("row 2, column 'patient'");
  }

  @Test
  void refusesWhatCannotBeSplit() {
    refuses(() -> new KFold(5).split(SplitRows.of(4)), "4 rows", "5 folds");
    refuses(() -> new StratifiedKFold(2).split(SplitRows.of(4)), "no classes", "KFold");
    refuses(() -> new GroupKFold(2).split(SplitRows.of(4)), "no groups", "withGroups");
    refuses(() -> new GroupKFold(3).split(SplitRows.of(4).withGroups(1, 1, 2, 2)), "2 groups", "3");
    refuses(
        () -> new StratifiedKFold(3).split(SplitRows.of(4).withClasses(Labels.of(0, 0, 1, 1))),
        "most frequent has 2");
    refuses(() -> new ShuffleSplit(1, 0.01).split(SplitRows.of(4)), "0.01", "4 rows");
    refuses(() -> new TimeSeriesSplit(4).withGap(3).split(SplitRows.of(10)), "gap of 3");
    refuses(() -> SplitRows.of(3).withGroups(1, 2), "2 values for 3 rows");
    assertThatThrownBy(() -> new KFold(1)).hasMessage("folds must be at least 2, but was 1");
    assertThatThrownBy(() -> new ShuffleSplit(1, 1)).hasMessageContaining("testShare");
    assertThatThrownBy(() -> new Repeated(new KFold(2), 0)).hasMessageContaining("times");
    assertThatThrownBy(() -> new TimeSeriesSplit(2).withWindow(0)).hasMessageContaining("window");
  }

  private static void refuses(Runnable action, String... words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words);
  }

  /** Classes of unequal size and at least eight groups. */
  private static SplitRows rows(int n, Seed seed) {
    var random = seed.generator();
    int[] classes = IntStream.range(0, n).map(i -> random.nextInt(10) / 5 + i % 2).toArray();
    int[] groups = IntStream.range(0, n).map(i -> i < 8 ? i : random.nextInt(12)).toArray();
    return SplitRows.of(n).withClasses(Labels.of(classes)).withGroups(groups);
  }

  private static int[] all(Split split) {
    return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
        .sorted()
        .toArray();
  }

  private static int count(Labels labels, Split split, int code) {
    return (int) Arrays.stream(split.test()).filter(i -> labels.code(i) == code).count();
  }

  private static int[] sizes(List<Split> splits) {
    return splits.stream().mapToInt(s -> s.test().length).toArray();
  }

  private static int spread(int[] values) {
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }
}
