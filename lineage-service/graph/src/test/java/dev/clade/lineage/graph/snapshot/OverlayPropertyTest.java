package dev.clade.lineage.graph.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.RecordFile;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.testing.GraphText;
import dev.clade.lineage.graph.testing.RandomRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Overlaid graphs hold against those that are built. */
class OverlayPropertyTest {
  /** A graph that was given out, and what it told then. */
  private record Published(GraphSnapshot graph, List<String> text) {}

  @Property(tries = 300)
  void anOverlaidGraphIsTheOneThatWouldBeBuilt(
      @ForAll("changes") List<ArtifactRecord> changes, @ForAll Random random) {
    RecordTable table = new RecordTable();
    SnapshotBuilder builder = new SnapshotBuilder(table);
    RecordTable rebuilt = new RecordTable();
    List<Published> published = new ArrayList<>();
    int start = random.nextInt(changes.size() + 1);
    for (int i = 0; i < changes.size(); i++) {
      table.put(changes.get(i));
      rebuilt.put(changes.get(i));
      if (i >= start && random.nextInt(3) > 0) {
        Optional<GraphSnapshot> overlaid = builder.overlay(i);
        List<String> expected = text(new SnapshotBuilder(rebuilt).build(i));
        GraphSnapshot graph = overlaid.orElseGet(building(builder, i));
        published.add(new Published(graph, expected));
        assertThat(text(graph)).isEqualTo(expected);
        Statistics.collect(overlaid.isPresent() ? "overlaid" : "built");
      }
    }
    for (Published each : published) {
      assertThat(text(each.graph())).isEqualTo(each.text());
    }
    Statistics.coverage(share -> share.check("overlaid").percentage(percentage -> percentage > 20));
  }

  @Property(tries = 300)
  void theCompactedFeedGivesTheSameGraphAndFile(
      @ForAll("changes") List<ArtifactRecord> changes, @ForAll Random random) throws IOException {
    RecordTable followed = new RecordTable();
    SnapshotBuilder builder = new SnapshotBuilder(followed);
    GraphSnapshot graph = builder.build(0);
    Map<ArtifactName, ArtifactRecord> latest = new LinkedHashMap<>();
    for (ArtifactRecord each : changes) {
      followed.put(each);
      latest.remove(each.name());
      latest.put(each.name(), each);
      if (random.nextInt(10) == 0) {
        followed.tidy();
      }
      graph = builder.overlay(1).orElseGet(building(builder, 1));
    }
    RecordTable replayed = new RecordTable();
    latest.values().forEach(replayed::put);
    if (!changes.isEmpty()) {
      assertThat(text(graph)).isEqualTo(text(new SnapshotBuilder(replayed).build(1)));
    }
    assertThat(file(followed)).isEqualTo(file(replayed));
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> changes() {
    return RandomRecords.changes();
  }

  private static Supplier<GraphSnapshot> building(SnapshotBuilder builder, long sequence) {
    return () -> builder.build(sequence);
  }

  private static List<String> text(GraphSnapshot graph) {
    return GraphText.all(graph, RandomRecords.names());
  }

  private static byte[] file(RecordTable table) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    RecordFile.write(table, 1, file);
    return file.toByteArray();
  }
}
