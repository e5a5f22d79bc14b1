package dev.clade.local.bench;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.graph.walk.LineageWalk;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.local.bench.hub.Hub;
import it.unimi.dsi.fastutil.ints.IntList;

/**
 * The graph as the service holds it: the records, what builds snapshots of them, and a snapshot.
 */
final class OwnGraph implements ClosedLoop.Asked {
  private static final WalkQuestion QUESTION =
      new WalkQuestion(
          Direction.BOTH, RelationFilter.ALL, LineageQuestion.DEPTH, LineageQuestion.MOST);

  private final Hub hub;
  private final RecordTable table = new RecordTable();
  private final SnapshotBuilder builder = new SnapshotBuilder(table);
  private final GraphSnapshot graph;

  OwnGraph(Hub hub) {
    this.hub = hub;
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      table.put(hub.record(artifact));
    }
    graph = rebuild();
  }

  RecordTable table() {
    return table;
  }

  GraphSnapshot graph() {
    return graph;
  }

  /** Returns a new snapshot of the same records. */
  GraphSnapshot rebuild() {
    return builder.build(hub.count());
  }

  @Override
  public int ask(int artifact) {
    int start = graph.find(ArtifactName.parse(hub.name(artifact)).orElseThrow()).orElseThrow();
    return LineageWalk.from(graph, IntList.of(start), QUESTION).size();
  }
}
