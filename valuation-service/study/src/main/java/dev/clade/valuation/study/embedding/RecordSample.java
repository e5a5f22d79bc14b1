package dev.clade.valuation.study.embedding;

import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.valuation.worker.embedding.RepositorySet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws a part of a set in which parents are found: a drawn row brings all its ancestors along. */
final class RecordSample {
  private static final long SEED = 3;

  private RecordSample() {}

  /**
   * Returns a set of at most so many rows, in their former order, always the same; the whole set if
   * it has no more. Rows are drawn until the next one and its ancestors would be too many.
   */
  static RepositorySet of(RepositorySet set, int rows) {
    List<RepositoryRecord> records = set.records();
    if (records.size() <= rows) {
      return set;
    }
    LineageGraph graph = new RelationMaker(records).graph();
    int[] order = IntStream.range(0, records.size()).toArray();
    IntArrays.shuffle(order, new Random(SEED));
    BitSet drawn = new BitSet(records.size());
    for (int row : order) {
      BitSet more = withAncestors(row, graph);
      more.andNot(drawn);
      if (drawn.cardinality() + more.cardinality() > rows) {
        break;
      }
      drawn.or(more);
    }
    return new RepositorySet(
        set.name(),
        "%s, %d rows".formatted(set.digest(), rows),
        set.snapshot(),
        drawn.stream().mapToObj(records::get).toList());
  }

  private static BitSet withAncestors(int row, LineageGraph graph) {
    BitSet found = new BitSet();
    IntArrayList open = IntArrayList.of(row);
    while (!open.isEmpty()) {
      int next = open.removeInt(open.size() - 1);
      if (!found.get(next)) {
        found.set(next);
        open.addElements(open.size(), graph.parents()[next]);
      }
    }
    return found;
  }
}
