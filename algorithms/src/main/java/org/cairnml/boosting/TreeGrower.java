package org.cairnml.boosting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.cairnml.boosting.PackedBins.Slot;
import org.cairnml.tree.TreeBuilder;

/**
 * Grows one tree at a time on the derivatives of the loss. Holds the scratch arrays of a tree: one
 * for each tree that grows at the same time.
 */
final class TreeGrower {
  // A split of a leaf is two steps. First its rows are parted. Then each group of columns, as one
  // part of a job: its histogram is built for the child with fewer rows, subtracted from the
  // parent's for the other one, and both are searched while they are in the cache. A leaf for which
  // the pool has no histogram left is searched group by group in scratch of the member's, and its
  // children are then filled from their rows: sums are whole numbers, so trees do not depend on it.
  // Histograms do not count rows. If the best split leaves too few, the codes of its group are
  // counted, and then those of all leaves below, again for the child with fewer rows.

  private static final int POOL_SHARE_OF_MEMORY = 4;
  private static final int GROUP_LENGTH = PackedBins.MAX_CODES * PackedBins.LANES;

  private final PackedBins bins;
  private final TreeSettings settings;
  private final Constraints constraints;
  private final Histograms histograms;
  private final RowRanges ranges;
  private final SplitScan[] scans;
  private final Split[] bestOfSmall;
  private final Split[] bestOfLarge;
  private final long[][] scratch;
  private final long[][] sums;

  private GradientPack pack;
  private ColumnSample columns;
  private TreeBuilder builder;
  private List<GrownTree.Step> steps;
  private long[] ordered;
  private int orderedFrom;

  TreeGrower(PackedBins bins, TreeSettings settings, Constraints constraints, int members) {
    this(
        bins,
        settings,
        constraints,
        members,
        Runtime.getRuntime().maxMemory() / POOL_SHARE_OF_MEMORY / members);
  }

  /**
   * @param poolBytes what the histograms of leaves may take
   */
  TreeGrower(
      PackedBins bins,
      TreeSettings settings,
      Constraints constraints,
      int members,
      long poolBytes) {
    this.bins = bins;
    this.settings = settings;
    this.constraints = constraints;
    this.histograms = new Histograms(bins, poolBytes);
    this.ranges = new RowRanges(bins.rows());
    this.scans = new SplitScan[members];
    this.scratch = new long[members][GROUP_LENGTH];
    this.sums = new long[members][GROUP_LENGTH];
    for (int member = 0; member < members; member++) {
      scans[member] = new SplitScan(settings, constraints.categorySmoothing());
    }
    this.bestOfSmall = new Split[bins.groups()];
    this.bestOfLarge = new Split[bins.groups()];
    for (int g = 0; g < bins.groups(); g++) {
      bestOfSmall[g] = new Split();
      bestOfLarge[g] = new Split();
    }
  }

  /**
   * Grows a tree.
   *
   * @param derivatives of the active rows
   * @param active these rows, ascending
   * @param count how many rows are active
   * @param sample which features may be split
   */
  GrownTree grow(
      Crew crew,
      int member,
      GradientPack derivatives,
      int[] active,
      int count,
      ColumnSample sample) {
    pack = derivatives;
    columns = sample;
    ranges.set(active, count);
    builder = new TreeBuilder(1, count);
    steps = new ArrayList<>();
    Leaf root = new Leaf(0, 0, 0, count, pack.total(), bins.groups());
    root.allowed = constraints.allowedAtRoot();
    List<Leaf> leaves = new ArrayList<>(List.of(root));
    Queue<Leaf> open = queue();
    if (mayBeSplit(root)) {
      searchRoot(crew, member, root);
      enter(root, open);
    }
    while (!open.isEmpty() && leaves.size() < settings.maxLeaves()) {
      Leaf leaf = open.remove();
      leaves.remove(leaf);
      split(crew, member, leaf, leaves, open, leaves.size() + 2 < settings.maxLeaves());
    }
    open.forEach(histograms::takeFrom);
    return finish(leaves);
  }

  private Queue<Leaf> queue() {
    return new PriorityQueue<>(
        settings.growth() == Growth.LEAF_WISE
            ? Comparator.<Leaf>comparingDouble(l -> -l.best.gain).thenComparingInt(l -> l.node)
            : Comparator.<Leaf>comparingInt(l -> l.depth).thenComparingInt(l -> l.node));
  }

  private boolean mayBeSplit(Leaf leaf) {
    return settings.allowsSplitAt(leaf.depth)
        && leaf.size() >= 2 * settings.minSamplesLeaf()
        && pack.h(leaf.total) >= 2 * settings.minChildWeight();
  }

  /** Puts a leaf that has a split into the queue; takes its histogram away if it has none. */
  private void enter(Leaf leaf, Queue<Leaf> open) {
    if (leaf.best.exists()) {
      open.add(leaf);
    } else {
      histograms.takeFrom(leaf);
    }
  }

  private void searchRoot(Crew crew, int member, Leaf root) {
    root.sampled = columns.of(root.node, root.depth);
    root.histogram = histograms.take();
    if (root.size() < bins.rows()) {
      order(crew, member, root);
    } else {
      ordered = pack.packed();
      orderedFrom = 0;
    }
    crew.run(member, bins.groups(), (g, by) -> search(root, g, fill(root, g, by), by, bestOfSmall));
    decide(member, root, bestOfSmall);
  }

  private void split(
      Crew crew, int member, Leaf leaf, List<Leaf> leaves, Queue<Leaf> open, boolean goOn) {
    Split split = leaf.best;
    Slot slot = split.slot;
    byte[] leftCodes = split.leftCodes();
    int middle =
        ranges.split(
            crew,
            member,
            leaf.from,
            leaf.to,
            bins.group(slot.group()).codes(),
            8 * slot.lane(),
            leftCodes);
    int node = addToTree(leaf, middle);
    steps.add(new GrownTree.Step(leaf.node, node, slot, leftCodes));
    int depth = leaf.depth + 1;
    int groups = bins.groups();
    Leaf left = new Leaf(node, depth, leaf.from, middle, split.left, groups);
    Leaf right = new Leaf(node + 1, depth, middle, leaf.to, leaf.total - split.left, groups);
    constraints.inherit(leaf, left, right, pack, settings);
    leaves.add(left);
    leaves.add(right);
    Leaf small = left.size() <= right.size() ? left : right;
    Leaf large = small == left ? right : left;
    if (!goOn || !mayBeSplit(large)) {
      histograms.takeFrom(leaf);
      return;
    }
    searchChildren(crew, member, leaf, small, large);
    enter(small, open);
    enter(large, open);
  }

  private void searchChildren(Crew crew, int member, Leaf parent, Leaf small, Leaf large) {
    boolean subtracts = parent.histogram != null;
    order(crew, member, subtracts ? small : parent);
    large.histogram = subtracts ? parent.histogram : histograms.take();
    parent.histogram = null;
    small.histogram = histograms.take();
    boolean searchSmall = mayBeSplit(small);
    for (Leaf child : List.of(small, large)) {
      child.sampled = columns.of(child.node, child.depth);
    }
    crew.run(
        member,
        bins.groups(),
        (g, by) -> {
          long[] ofSmall = fill(small, g, by);
          if (subtracts) {
            Histograms.subtract(large.histogram[g], ofSmall);
          }
          if (parent.counts[g] != null) {
            count(small, g, by);
            large.counts[g] = parent.counts[g].minus(small.counts[g]);
          }
          if (searchSmall) {
            search(small, g, ofSmall, by, bestOfSmall);
          }
          long[] ofLarge = subtracts ? large.histogram[g] : fill(large, g, by);
          search(large, g, ofLarge, by, bestOfLarge);
        });
    if (searchSmall) {
      decide(member, small, bestOfSmall);
    }
    decide(member, large, bestOfLarge);
  }

  /** Copies the derivatives of a leaf's rows in their order. */
  private void order(Crew crew, int member, Leaf leaf) {
    ranges.order(crew, member, leaf.from, leaf.to, pack.packed());
    ordered = ranges.ordered();
    orderedFrom = leaf.from;
  }

  /** Sums a group of a leaf whose derivatives are in order; in scratch if it has no histogram. */
  private long[] fill(Leaf leaf, int g, int member) {
    long[] histogram = leaf.histogram == null ? scratch[member] : leaf.histogram[g];
    bins.group(g)
        .fill(histogram, sums[member], ranges.rows(), leaf.from, leaf.to, ordered, orderedFrom);
    return histogram;
  }

  private void search(Leaf leaf, int g, long[] histogram, int member, Split[] bestOf) {
    SplitScan scan = scans[member];
    Split best = bestOf[g];
    scan.begin(pack, leaf);
    best.clear();
    for (Slot slot : bins.group(g).slots()) {
      int feature = slot.feature();
      if (leaf.mayUse(feature)) {
        scan.scan(slot, histogram, leaf.counts[g], constraints.direction(feature), best);
      }
    }
  }

  private void count(Leaf leaf, int g, int member) {
    leaf.counts[g] = CodeCounts.of(bins.group(g), ranges.rows(), leaf.from, leaf.to, sums[member]);
  }

  /**
   * Takes the best split of all groups. If it leaves too few rows on one side, its group is
   * searched again with the rows counted, until the best split of all leaves enough.
   */
  private void decide(int member, Leaf leaf, Split[] ofGroups) {
    while (true) {
      leaf.best.clear();
      for (Split split : ofGroups) {
        if (split.exists() && leaf.best.isWorseThan(split.gain, split.slot)) {
          leaf.best.copyFrom(split);
        }
      }
      Slot slot = leaf.best.slot;
      if (slot == null || leaf.counts[slot.group()] != null || leavesEnoughRows(leaf)) {
        return;
      }
      int g = slot.group();
      count(leaf, g, member);
      search(
          leaf,
          g,
          leaf.histogram == null ? fill(leaf, g, member) : leaf.histogram[g],
          member,
          ofGroups);
    }
  }

  /** A row has at most so much second derivative; where that does not decide, rows are counted. */
  private boolean leavesEnoughRows(Leaf leaf) {
    int least = settings.minSamplesLeaf();
    long left = leaf.best.left & GradientPack.LOW;
    long right = (leaf.total & GradientPack.LOW) - left;
    if (least <= 1 || Math.min(left, right) >= least * pack.largestH()) {
      return true;
    }
    Slot slot = leaf.best.slot;
    return ranges.leavesEnough(
        leaf.from,
        leaf.to,
        bins.group(slot.group()).codes(),
        8 * slot.lane(),
        leaf.best.leftCodes(),
        least);
  }

  private int addToTree(Leaf leaf, int middle) {
    Split split = leaf.best;
    int feature = split.slot.feature();
    double leftCover = middle - leaf.from;
    double rightCover = leaf.to - middle;
    if (split.slot.bins().isCategory()) {
      return builder.split(
          leaf.node,
          feature,
          split.slot.bins().categoriesOf(split.leftBins),
          split.slot.bins().categories(),
          split.missingLeft,
          split.gain,
          leftCover,
          rightCover);
    }
    return builder.split(
        leaf.node,
        feature,
        split.threshold(),
        split.missingLeft,
        split.gain,
        leftCover,
        rightCover);
  }

  private GrownTree finish(List<Leaf> leaves) {
    double[] values = new double[leaves.size()];
    for (int k = 0; k < values.length; k++) {
      Leaf leaf = leaves.get(k);
      values[k] = leaf.bounded(settings.leafValue(pack.g(leaf.total), pack.h(leaf.total)));
    }
    return new GrownTree(builder, steps, leaves, values, ranges.rows(), bins);
  }
}
