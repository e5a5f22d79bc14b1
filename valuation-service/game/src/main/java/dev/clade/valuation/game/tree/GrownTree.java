package dev.clade.valuation.game.tree;

import dev.clade.valuation.game.Coalition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * Regression trees of Tribuo on who takes part, read leaf by leaf. Tribuo computes targets with
 * single precision, which boosting mends tree by tree.
 */
final class GrownTree {
  private static final RegressionFactory FACTORY = new RegressionFactory();
  private static final String UTILITY = "utility";

  private final CARTJointRegressionTrainer trainer;
  private final List<Coalition> coalitions;
  private final String[] names;

  GrownTree(int depth, List<Coalition> coalitions) {
    // At least one row a leaf, no least gain, all players at each split: nothing is random.
    this.trainer =
        new CARTJointRegressionTrainer(depth, 1, 0, 1, false, new MeanSquaredError(), false, 1);
    this.coalitions = coalitions;
    this.names = new String[coalitions.getFirst().playerCount()];
    for (int player = 0; player < names.length; player++) {
      names[player] = Integer.toString(player);
    }
  }

  /** Returns the leaves of a tree that is grown on some rows. */
  List<Leaf> leaves(int[] rows, double[] targets) {
    MutableDataset<Regressor> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("utilities", FACTORY), FACTORY);
    for (int row : rows) {
      double[] membership = new double[names.length];
      coalitions.get(row).players().forEach(player -> membership[player] = 1);
      dataset.add(new ArrayExample<>(new Regressor(UTILITY, targets[row]), names, membership));
    }
    TreeModel<Regressor> tree = trainer.train(dataset, Map.of());
    List<Leaf> leaves = new ArrayList<>();
    collect(tree.getRoot(), tree.getFeatureIDMap(), 0, 0, leaves);
    return leaves;
  }

  private static void collect(
      Node<Regressor> node,
      ImmutableFeatureMap players,
      long present,
      long absent,
      List<Leaf> leaves) {
    if (node instanceof SplitNode<Regressor> split) {
      long player = 1L << Integer.parseInt(players.get(split.getFeatureID()).getName());
      collect(split.getGreaterThan(), players, present | player, absent, leaves);
      collect(split.getLessThanOrEqual(), players, present, absent | player, leaves);
    } else if (node instanceof LeafNode<Regressor> leaf) {
      leaves.add(new Leaf(present, absent, leaf.getOutput().getValues()[0]));
    }
  }
}
