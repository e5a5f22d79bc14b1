package dev.clade.lineage.graph.testing;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import java.util.Arrays;
import java.util.List;

/** Writes records and graphs shortly. */
public final class Records {
  private Records() {}

  /** Returns the name that a resource name tells. */
  public static ArtifactName name(String resourceName) {
    return ArtifactName.parse(resourceName).orElseThrow();
  }

  /** Returns the record of a model that was fine-tuned from others, all named by identifier. */
  public static ArtifactRecord model(String id, String... bases) {
    return record(
        "models/" + id,
        Arrays.stream(bases)
            .map(base -> relation(RelationType.FINETUNE, "models/" + base))
            .toArray(Declaration[]::new));
  }

  /** Returns a record with any declarations. */
  public static ArtifactRecord record(String resourceName, Declaration... declarations) {
    return new ArtifactRecord(name(resourceName), List.of(declarations));
  }

  /** Returns the record of an artifact that has another name now. */
  public static ArtifactRecord renamed(String name) {
    return new ArtifactRecord(name(name), List.of(), Attributes.UNKNOWN, List.of(), true);
  }

  /** Returns the record of an artifact that had another name before. */
  public static ArtifactRecord renamedFrom(String before, String now) {
    return new ArtifactRecord(
        name(now), List.of(), Attributes.UNKNOWN, List.of(name(before)), false);
  }

  /** Returns a declared relation. */
  public static Declaration relation(RelationType type, String upstream) {
    return new Declaration(type, RelationOrigin.DECLARED, name(upstream));
  }

  /** Returns the graph of some records, at a sequence equal to their number. */
  public static GraphSnapshot graph(ArtifactRecord... records) {
    RecordTable table = new RecordTable();
    for (ArtifactRecord each : records) {
      table.put(each);
    }
    return new SnapshotBuilder(table).build(records.length);
  }
}
