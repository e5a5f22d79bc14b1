package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.answer.AttributeVotes;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.parent.IsotonicCalibration;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.AttributeConfidence;
import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Learns how sure suggestions of attributes are: held-out rows ask the rows that are learned from,
 * and each value that these vote for is right or wrong.
 */
final class AttributeLearner {
  private static final Set<String> ATTRIBUTES =
      Set.of(Labels.TASK, Labels.LIBRARY, Labels.LICENSE, Labels.MODEL_TYPE);

  private static final int MOST_QUERIES = 1_000;
  private static final int FEWEST_QUERIES = 50;

  private AttributeLearner() {}

  /** Returns what was learned of each attribute that enough held-out rows have. */
  static List<AttributeConfidence> learn(Holdout holdout, VectorTable vectors) {
    List<AttributeConfidence> learnt = new ArrayList<>();
    VectorIndex index = VectorIndex.of(vectors);
    BitSet voters = new BitSet();
    Arrays.stream(holdout.split().train()).forEach(voters::set);
    for (LabelColumn column : holdout.labels()) {
      int[] values = column.values();
      int[] queries =
          Draw.of(holdout.split().test(), MOST_QUERIES, row -> values[row] != LabelColumn.NONE);
      if (ATTRIBUTES.contains(column.task()) && queries.length >= FEWEST_QUERIES) {
        learnt.add(
            new AttributeConfidence(
                column.task(), learn(new AttributeVotes(column, vectors, index), voters, queries)));
      }
    }
    return learnt;
  }

  private static IsotonicCalibration learn(AttributeVotes votes, BitSet voters, int[] queries) {
    DoubleArrayList shares = new DoubleArrayList();
    BooleanArrayList right = new BooleanArrayList();
    for (int query : queries) {
      for (AttributeVotes.Vote vote : votes.of(query, voters::get)) {
        shares.add(vote.share());
        right.add(vote.label() == votes.labels().values()[query]);
      }
    }
    return IsotonicCalibration.of(shares.toDoubleArray(), right.toBooleanArray());
  }
}
