package dev.clade.local.bench;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.RecordFile;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.local.bench.hub.Hub;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** What small memory costs: how long reading a graph takes, rebuilding it, and its file. */
final class GraphWork {
  private static final int READS = 1_000_000;

  private final OwnGraph own;
  private final Hub hub;
  private final long seed;

  GraphWork(OwnGraph own, Hub hub, long seed) {
    this.own = own;
    this.hub = hub;
    this.seed = seed;
  }

  /** Measures, and returns whether the graph and its copy from a file hold the whole hub. */
  boolean run(Map<String, Double> figures, PrintWriter out) throws IOException {
    boolean right = isWhole(own.graph()) && read(own.graph(), figures, out);
    long start = System.nanoTime();
    GraphSnapshot rebuilt = own.rebuild();
    figures.put("rebuild_seconds", (System.nanoTime() - start) / 1e9);
    out.printf("rebuilding the snapshot took %.2f s%n", figures.get("rebuild_seconds"));
    return right && isWhole(rebuilt) && copy(figures, out);
  }

  private boolean isWhole(GraphSnapshot graph) {
    return graph.nodeCount() == hub.count() && graph.edgeCount() == hub.relationCount();
  }

  private boolean read(GraphSnapshot graph, Map<String, Double> figures, PrintWriter out) {
    int[] nodes = new Random(seed).ints(READS, 0, graph.nodeCount()).toArray();
    ArtifactName[] names = new ArtifactName[READS];
    long start = processorTime();
    for (int i = 0; i < READS; i++) {
      names[i] = graph.name(nodes[i]);
    }
    long named = processorTime();
    int[] found = new int[READS];
    for (int i = 0; i < READS; i++) {
      found[i] = graph.find(names[i]).orElseThrow();
    }
    long end = processorTime();
    figures.put("name_ns", (double) (named - start) / READS);
    figures.put("find_ns", (double) (end - named) / READS);
    out.printf(
        "processor time: a node's name %,.0f ns, finding a name %,.0f ns%n",
        figures.get("name_ns"), figures.get("find_ns"));
    return Arrays.equals(found, nodes);
  }

  private boolean copy(Map<String, Double> figures, PrintWriter out) throws IOException {
    Path file = Files.createTempFile("clade-bench-", ".records");
    try {
      long start = System.nanoTime();
      try (OutputStream bytes = Files.newOutputStream(file)) {
        RecordFile.write(own.table(), hub.count(), bytes);
      }
      long written = System.nanoTime();
      RecordTable restored;
      try (InputStream bytes = Files.newInputStream(file)) {
        restored = RecordFile.read(bytes).table();
      }
      long read = System.nanoTime();
      GraphSnapshot graph = new SnapshotBuilder(restored).build(hub.count());
      long built = System.nanoTime();
      figures.put("file_bytes", (double) Files.size(file));
      figures.put("file_write_seconds", (written - start) / 1e9);
      figures.put("file_read_seconds", (read - written) / 1e9);
      figures.put("file_build_seconds", (built - read) / 1e9);
      out.printf(
          "a file of %,d bytes written in %.2f s, read in %.2f s and built in %.2f s%n",
          Files.size(file), (written - start) / 1e9, (read - written) / 1e9, (built - read) / 1e9);
      return isWhole(graph);
    } finally {
      Files.delete(file);
    }
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
