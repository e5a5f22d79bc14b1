package dev.clade.lineage.ecosystem.testing;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Writes graphs shortly. */
public final class Graphs {
  private Graphs() {}

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

  /** Returns a declared relation. */
  public static Declaration relation(RelationType type, String upstream) {
    return new Declaration(type, RelationOrigin.DECLARED, name(upstream));
  }

  /** Returns the graph of some records. */
  public static GraphSnapshot snapshot(List<ArtifactRecord> records) {
    RecordTable table = new RecordTable();
    records.forEach(table::put);
    return new SnapshotBuilder(table).build(records.size());
  }

  /**
   * Returns the derivations of models written such as {@code "d: b c"}, a model and its bases. All
   * models that are named are catalogued.
   */
  public static DerivationGraph derivations(String... models) {
    RecordTable table = new RecordTable();
    Set<String> named = new TreeSet<>();
    for (String model : models) {
      named.addAll(List.of(model.replace(":", "").trim().split(" +")));
    }
    named.forEach(id -> table.put(model(id)));
    for (String model : models) {
      String[] names = model.replace(":", "").trim().split(" +");
      table.put(model(names[0], Arrays.copyOfRange(names, 1, names.length)));
    }
    return DerivationGraph.of(new SnapshotBuilder(table).build(models.length));
  }

  /** Returns the node of a model. */
  public static int node(GraphSnapshot snapshot, String id) {
    return snapshot.find(ArtifactName.model(id)).orElseThrow();
  }

  /** Returns traits of models, none for those that are not named. */
  public static IntFunction<Set<String>> traits(
      GraphSnapshot snapshot, Map<String, Set<String>> traits) {
    return node -> traits.getOrDefault(snapshot.name(node).id(), Set.of());
  }

  private static ArtifactName name(String resourceName) {
    return ArtifactName.parse(resourceName).orElseThrow();
  }
}
