package org.cairnml.tree;

import java.util.List;
import org.cairnml.core.Model;

/**
 * A model whose raw outputs are sums over trees: output o of a row is {@code base(o)} plus {@code
 * scale()} times the sum of what the trees say of it. The raw outputs of a forest are its
 * probabilities or its prediction; those of a boosted model are scores, before its link function.
 */
public interface AdditiveTrees extends Model {

  /** The {@link #outputOf} of a tree that has a number for every output in each leaf. */
  int EVERY_OUTPUT = -1;

  /** How many numbers it makes of a row. */
  int outputs();

  /** The trees. */
  List<Tree> trees();

  /** The output that tree {@code t} adds its only number to, or {@link #EVERY_OUTPUT}. */
  int outputOf(int t);

  /** What a sum over trees is multiplied by. */
  double scale();

  /** Output {@code o} without trees. */
  double base(int o);
}
