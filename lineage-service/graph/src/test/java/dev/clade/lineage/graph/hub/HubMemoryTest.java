package dev.clade.lineage.graph.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.runtime.testing.SharedData;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Holds what the whole graph takes on the heap, as the difference after collections, to its goal:
 * the records with names and attributes, what the builder keeps, and a snapshot. The bench {@code
 * graph-memory} measures more of it, on larger hubs and beside other graphs.
 */
class HubMemoryTest {
  private static final String TABLE = "hub_models_2024_07/models.tsv.gz";

  /** Bytes for each node and edge, everything included. */
  private static final double GOAL = 48;

  /** What is measured. */
  private record Hub(RecordTable table, SnapshotBuilder builder, GraphSnapshot graph) {}

  @Test
  void theRealHubTakesLessThanTheGoal() throws IOException {
    Path table = SharedData.require(TABLE);
    long before = heap();

    Hub hub = build(table);

    try {
      double bytes = heap() - before;
      assertThat(bytes / (hub.graph().nodeCount() + hub.graph().edgeCount())).isLessThan(GOAL);
    } finally {
      Reference.reachabilityFence(hub);
    }
  }

  private static Hub build(Path table) throws IOException {
    RecordTable records = new RecordTable();
    HubTable.read(table, records::put);
    SnapshotBuilder builder = new SnapshotBuilder(records);
    return new Hub(records, builder, builder.build(1));
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
