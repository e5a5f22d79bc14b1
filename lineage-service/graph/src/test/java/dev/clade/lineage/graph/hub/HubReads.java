package dev.clade.lineage.graph.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.lang.management.ManagementFactory;
import java.util.Random;

/** Measures how long reading random nodes takes. */
final class HubReads {
  private static final int READS = 1_000_000;

  private HubReads() {}

  static void measure(GraphSnapshot graph) {
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

  /** Returns the current thread's processor time in nanoseconds. */
  static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
