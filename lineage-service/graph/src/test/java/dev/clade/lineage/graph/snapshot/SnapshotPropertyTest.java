package dev.clade.lineage.graph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.testing.GraphText;
import dev.clade.lineage.graph.testing.RandomRecords;
import dev.clade.lineage.graph.testing.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SnapshotPropertyTest {
  @Property
  void theOrderOfArrivalDoesNotMatter(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll("records") List<ArtifactRecord> replaced,
      @ForAll Random random) {
    List<ArtifactRecord> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    RecordTable table = new RecordTable();
    SnapshotBuilder builder = new SnapshotBuilder(table);
    for (ArtifactRecord each : replaced) {
      if (records.stream().anyMatch(later -> later.name().equals(each.name()))) {
        table.put(each);
      }
    }
    builder.build(0);
    for (ArtifactRecord each : shuffled) {
      table.put(each);
      if (random.nextInt(5) == 0) {
        builder.build(0);
      }
      if (random.nextInt(8) == 0) {
        table.tidy();
      }
    }
    GraphSnapshot graph = builder.build(0);
    GraphSnapshot atOnce = Records.graph(records.toArray(ArtifactRecord[]::new));
    assertThat(GraphText.nodes(graph)).isEqualTo(GraphText.nodes(atOnce));
    assertThat(GraphText.edges(graph)).isEqualTo(GraphText.edges(atOnce));
    assertThat(graph.selfLoopCount()).isEqualTo(atOnce.selfLoopCount());
  }

  @Property
  void bothDirectionsHoldTheSameEdges(@ForAll("records") List<ArtifactRecord> records) {
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    assertThat(GraphText.edgesDownstream(graph))
        .containsExactlyInAnyOrderElementsOf(GraphText.edges(graph))
        .doesNotHaveDuplicates();
  }

  @Property
  void everyDeclarationLeadsWhereItsNameIsFound(@ForAll("records") List<ArtifactRecord> records) {
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    long selfLoops = 0;
    for (ArtifactRecord each : records) {
      int node = graph.find(each.name()).orElseThrow();
      assertThat(graph.name(node)).isEqualTo(each.name());
      for (var declaration : each.declarations()) {
        int upstream = graph.find(declaration.upstream()).orElseThrow();
        if (upstream == node) {
          selfLoops++;
        } else {
          assertThat(GraphText.edges(graph))
              .contains(
                  GraphText.edge(
                      graph, new Edge(upstream, node, declaration.type(), declaration.origin())));
        }
      }
    }
    assertThat(graph.selfLoopCount()).isEqualTo(selfLoops);
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> records() {
    return RandomRecords.any();
  }
}
