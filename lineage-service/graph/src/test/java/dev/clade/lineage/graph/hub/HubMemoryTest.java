package dev.clade.lineage.graph.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.record.RecordFile;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.runtime.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Measures what the whole graph takes on the heap, as the difference after collections: the records
 * with names and attributes, what the builder keeps, and a snapshot.
 */
class HubMemoryTest {
  private static final String TABLE = "hub_models_2024_07/models.tsv.gz";

  /** Bytes for each node and edge, everything included. */
  private static final double GOAL = 48;

  private static final int READS = 1_000_000;

  /** What is measured. */
  private record Hub(RecordTable table, SnapshotBuilder builder, GraphSnapshot graph) {}

  @Test
  void theRealHubTakesLessThanTheGoal() throws IOException {
    assertThat(measure(SharedData.require(TABLE), 1)).isLessThan(GOAL);
  }

  /**
   * Measures a hub of several copies of the real one, so with its degrees and names: a copy's
   * owners have a prefix of its own, and its base models are its own too, while datasets and papers
   * are everybody's. Four copies make 2,033,308 models.
   *
   * @param args the table and the number of copies
   */
  public static void main(String[] args) throws IOException {
    measure(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  private static double measure(Path table, int copies) throws IOException {
    long before = heap();
    long start = System.nanoTime();
    Hub hub = build(table, copies);
    long end = System.nanoTime();
    long bytes = heap() - before;
    long parts = hub.graph().nodeCount() + hub.graph().edgeCount();
    System.out.printf(
        "%,d records, %,d nodes, %,d edges: %,d bytes, %.1f for each node and edge; %.1f s.%n",
        hub.table().recordCount(),
        hub.graph().nodeCount(),
        hub.graph().edgeCount(),
        bytes,
        (double) bytes / parts,
        (end - start) / 1e9);
    measureReads(hub.graph());
    measureFile(hub.table());
    long again = System.nanoTime();
    GraphSnapshot rebuilt = hub.builder().build(1);
    System.out.printf(
        "Rebuilding %,d nodes took %.3f s.%n",
        rebuilt.nodeCount(), (System.nanoTime() - again) / 1e9);
    return (double) bytes / parts;
  }

  private static void measureReads(GraphSnapshot graph) {
    int[] nodes = new Random(1).ints(READS, 0, graph.nodeCount()).toArray();
    long start = processorTime();
    ArtifactName[] names = new ArtifactName[READS];
    for (int i = 0; i < READS; i++) {
      names[i] = graph.name(nodes[i]);
    }
    long named = processorTime();
    int[] foundNodes = new int[READS];
    for (int i = 0; i < READS; i++) {
      foundNodes[i] = graph.find(names[i]).orElseThrow();
    }
    long found = processorTime();
    long edges = 0;
    for (int node : nodes) {
      for (int edge = graph.upstream().start(node); edge < graph.upstream().end(node); edge++) {
        edges += graph.upstream().neighbor(edge) < node ? 1 : 0;
      }
    }
    long walked = processorTime();
    assertThat(foundNodes).isEqualTo(nodes);
    System.out.printf(
        "Processor time: a name %,d ns, finding one %,d ns, a row of edges %,d ns (%,d lead back).%n",
        (named - start) / READS, (found - named) / READS, (walked - found) / READS, edges);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void measureFile(RecordTable table) throws IOException {
    Path file = Files.createTempFile("records", ".clade");
    try {
      long start = System.nanoTime();
      try (OutputStream out = Files.newOutputStream(file)) {
        RecordFile.write(table, 1, out);
      }
      long written = System.nanoTime();
      RecordTable restored;
      try (InputStream in = Files.newInputStream(file)) {
        restored = RecordFile.read(in).table();
      }
      long read = System.nanoTime();
      GraphSnapshot graph = new SnapshotBuilder(restored).build(1);
      System.out.printf(
          "A file of %,d bytes written in %.2f s, read in %.2f s, built into %,d nodes in %.2f s.%n",
          Files.size(file),
          (written - start) / 1e9,
          (read - written) / 1e9,
          graph.nodeCount(),
          (System.nanoTime() - read) / 1e9);
    } finally {
      Files.delete(file);
    }
  }

  private static Hub build(Path table, int copies) throws IOException {
    RecordTable records = new RecordTable();
    for (int copy = 0; copy < copies; copy++) {
      String prefix = copy == 0 ? "" : "c" + copy + "-";
      HubTable.read(table, each -> records.put(copy(each, prefix)));
    }
    SnapshotBuilder builder = new SnapshotBuilder(records);
    return new Hub(records, builder, builder.build(1));
  }

  private static ArtifactRecord copy(ArtifactRecord original, String prefix) {
    List<Declaration> declarations =
        original.declarations().stream()
            .map(each -> new Declaration(each.type(), each.origin(), copy(each.upstream(), prefix)))
            .toList();
    return new ArtifactRecord(copy(original.name(), prefix), declarations, original.attributes());
  }

  private static ArtifactName copy(ArtifactName original, String prefix) {
    return original.kind() == ArtifactKind.MODEL && !original.isLegacy()
        ? ArtifactName.model(prefix + original.id())
        : original;
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
