package dev.clade.lineage.graph.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.runtime.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lays the hub's last models of some days over the graph of those before, as they came. */
class HubOverlayTest {
  private static final String TABLE = "hub_models_2024_07/models.tsv.gz";
  private static final Instant FIRST_FRESH = Instant.parse("2024-07-09T00:00:00Z");

  private final RecordTable table = new RecordTable();
  private final SnapshotBuilder builder = new SnapshotBuilder(table);
  private final List<ArtifactRecord> fresh = new ArrayList<>();

  @Test
  void theHubsFreshModelsGiveTheGraphThatIsBuilt() throws IOException {
    HubTable.read(SharedData.require(TABLE), this::take);
    GraphSnapshot graph = builder.build(0);
    int built = 0;
    int published = 0;
    for (int i = 0; i < fresh.size(); i++) {
      table.put(fresh.get(i));
      if (i % 10 == 9 || i == fresh.size() - 1) {
        Optional<GraphSnapshot> overlaid = builder.overlay(i);
        graph = overlaid.isPresent() ? overlaid.get() : builder.build(i);
        built += overlaid.isPresent() ? 0 : 1;
        published++;
      }
    }
    System.out.printf(
        "%,d fresh models, published %,d times, of them built %,d.%n",
        fresh.size(), published, built);
    assertSame(graph, builder.build(fresh.size() - 1));
  }

  /**
   * Measures how long publishing one fresh model takes.
   *
   * @param args the table and the number of copies
   */
  public static void main(String[] args) throws IOException {
    new HubOverlayTest().measure(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  private void measure(Path hub, int copies) throws IOException {
    HubTable.readCopies(hub, copies, this::take);
    GraphSnapshot graph = builder.build(0);
    System.out.printf("%,d nodes, %,d edges.%n", graph.nodeCount(), graph.edgeCount());
    for (int i = 0; i < 3; i++) {
      HubReads.measure(graph);
    }
    long[] overlays = new long[fresh.size()];
    int overlaid = 0;
    long[] builds = new long[fresh.size()];
    int built = 0;
    for (ArtifactRecord each : fresh) {
      long start = HubReads.processorTime();
      table.put(each);
      Optional<GraphSnapshot> laid = builder.overlay(1);
      if (laid.isPresent()) {
        overlays[overlaid++] = HubReads.processorTime() - start;
        graph = laid.get();
      } else {
        builder.build(1);
        builds[built++] = HubReads.processorTime() - start;
      }
    }
    print("by overlay", Arrays.copyOf(overlays, overlaid));
    print("by a rebuild", Arrays.copyOf(builds, built));
    System.out.printf("%,d nodes, %,d edges.%n", graph.nodeCount(), graph.edgeCount());
    for (int i = 0; i < 3; i++) {
      HubReads.measure(graph);
    }
  }

  private static void print(String how, long[] nanoseconds) {
    Arrays.sort(nanoseconds);
    int count = nanoseconds.length;
    System.out.printf(
        "%,d published %s; processor time: median %,d, 99 %% up to %,d, at most %,d µs.%n",
        count,
        how,
        nanoseconds[count / 2] / 1_000,
        nanoseconds[count * 99 / 100] / 1_000,
        nanoseconds[count - 1] / 1_000);
  }

  private void take(ArtifactRecord model) {
    boolean isFresh = model.attributes().createTime().filter(FIRST_FRESH::isBefore).isPresent();
    if (isFresh) {
      fresh.add(model);
    } else {
      table.put(model);
    }
  }

  private static void assertSame(GraphSnapshot graph, GraphSnapshot expected) {
    assertThat(graph.nodeCount()).isEqualTo(expected.nodeCount());
    assertThat(graph.edgeCount()).isEqualTo(expected.edgeCount());
    assertThat(graph.cataloguedCount()).isEqualTo(expected.cataloguedCount());
    assertThat(graph.selfLoopCount()).isEqualTo(expected.selfLoopCount());
    for (int node = 0; node < graph.nodeCount(); node++) {
      assertThat(graph.name(node)).isEqualTo(expected.name(node));
      assertThat(graph.isCatalogued(node)).isEqualTo(expected.isCatalogued(node));
      assertThat(graph.attributes().profile(node)).isEqualTo(expected.attributes().profile(node));
      assertThat(row(graph.upstream(), node)).isEqualTo(row(expected.upstream(), node));
      assertThat(row(graph.downstream(), node)).isEqualTo(row(expected.downstream(), node));
    }
  }

  private static long[] row(Adjacency edges, int node) {
    long[] row = new long[edges.end(node) - edges.start(node)];
    for (int i = 0; i < row.length; i++) {
      int edge = edges.start(node) + i;
      row[i] = ((long) edges.neighbor(edge) << Byte.SIZE) | edges.label(edge);
    }
    return row;
  }
}
