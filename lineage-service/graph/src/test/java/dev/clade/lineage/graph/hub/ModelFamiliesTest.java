package dev.clade.lineage.graph.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.family.Family;
import dev.clade.lineage.graph.family.FamilyWalk;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.runtime.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 13 families of April 2025 that Laufer et al. (arXiv 2508.06811) collected, as the hub's own
 * listing of derived models has them.
 *
 * <p>The graph is made of what the models' own tags say where the data has them, and of the listing
 * where it has not: for children without metadata.
 */
class ModelFamiliesTest {
  private static final String FOLDER = "model_families_2025_04/";
  private static final String BASE = "base_model:";

  /** A derivation as the listing has it. */
  private record Listed(String parent, String child, RelationType relation) {}

  private static final List<Listed> LISTING = new ArrayList<>();

  /** By model: what its tags declare; models without metadata are not in it. */
  private static final Map<String, Set<Listed>> DECLARED = new HashMap<>();

  private static GraphSnapshot graph;

  @BeforeAll
  static void load() throws IOException {
    readListing();
    readTags();
    Map<String, Set<Listed>> records = new HashMap<>(DECLARED);
    for (Listed each : LISTING) {
      if (!DECLARED.containsKey(each.child())) {
        records.computeIfAbsent(each.child(), _ -> new HashSet<>()).add(each);
      }
    }
    RecordTable table = new RecordTable();
    records.forEach((model, derivations) -> table.put(record(model, derivations)));
    graph = new SnapshotBuilder(table).build(records.size());
  }

  /** Eight more have no tags at all, so that nothing can be said of them. */
  @Test
  void tagsSayWhatTheListingSaysAndNothingElse() {
    Set<Listed> listed = new HashSet<>();
    Set<String> parents = new HashSet<>();
    for (Listed each : LISTING) {
      parents.add(each.parent());
      if (DECLARED.containsKey(each.child())) {
        listed.add(each);
      }
    }
    Set<Listed> declared = new HashSet<>();
    DECLARED.values().forEach(declared::addAll);
    declared.removeIf(each -> !parents.contains(each.parent()));
    assertThat(declared).isEqualTo(listed).hasSize(1_241);
  }

  /**
   * Generations and relations were counted from the listing by a script in another language. Two
   * models that the collection begins with, Kokoro-82M and EXAONE-Deep-32B, say themselves that
   * they are finetunes of others: a generation and a relation more.
   */
  @ParameterizedTest
  @CsvSource({
    "bigscience/bloom, 1 6, 2 0 2 2",
    "EvolutionaryScale/esm3-sm-open-v1, 1 1, 1 0 0 0",
    "Falconsai/nsfw_image_detection, 1 8, 8 0 0 0",
    "google/gemma-7b, 1 3367 180 11 6, 389 3087 81 7",
    "hexgrad/Kokoro-82M, 1 1 31, 14 9 9 0",
    "LGAI-EXAONE/EXAONE-Deep-32B, 1 1 15, 16 0 0 0",
    "meta-llama/Llama-2-7b-chat-hf, 1 1636 45 1, 464 1129 85 4",
    "meta-llama/Llama-4-Scout-17B-16E, 1 12 6, 18 0 0 0",
    "microsoft/phi-2, 1 1257 37 9 4, 314 931 55 7",
    "mistralai/Mistral-Small-24B-Base-2501, 1 30 41 8, 79 0 0 0",
    "stabilityai/stable-diffusion-3-medium, 1 78 3, 8 68 4 1",
    "stabilityai/stable-video-diffusion-img2vid-xt, 1 4, 4 0 0 0",
    "WarriorMama777/OrangeMixs, 1 10, 0 2 0 8"
  })
  void everyFamilyIsReproduced(String first, String generations, String relations) {
    Set<Listed> ownBases = DECLARED.get(first);
    String root = ownBases.isEmpty() ? first : ownBases.iterator().next().parent();
    Family family = FamilyWalk.of(graph, node(first), Integer.MAX_VALUE);
    assertThat(family.roots().toIntArray()).containsExactly(node(root));
    assertThat(family.generationSizes()).containsExactly(numbers(generations));
    Set<String> members = new HashSet<>();
    Set<Listed> derivations = new HashSet<>();
    long[] types = new long[4];
    for (int place = 0; place < family.members().size(); place++) {
      members.add(id(family.members().node(place)));
      for (Edge edge : family.parents(place)) {
        derivations.add(new Listed(id(edge.upstream()), id(edge.downstream()), edge.type()));
        types[edge.type().ordinal()]++;
      }
    }
    assertThat(types).containsExactly(numbers(relations));
    Set<Listed> known = new HashSet<>(LISTING);
    known.removeIf(each -> !members.contains(each.parent()));
    known.addAll(ownBases);
    assertThat(derivations).isEqualTo(known);
  }

  @Test
  void aDescendantHasTheSameFamily() {
    int root = node("mistralai/Mistral-Small-24B-Base-2501");
    int child = node("NousResearch/DeepHermes-3-Mistral-24B-Preview");
    Family ofChild = FamilyWalk.of(graph, child, Integer.MAX_VALUE);
    assertThat(ofChild.roots().toIntArray()).containsExactly(root);
    assertThat(ofChild.members().size()).isEqualTo(80);
  }

  private static void readListing() throws IOException {
    try (BufferedReader lines = HubTable.open(SharedData.require(FOLDER + "edges.tsv.gz"))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(columns -> new Listed(columns[0], columns[1], relation(columns[2])))
          .forEach(LISTING::add);
    }
  }

  private static void readTags() throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines = HubTable.open(SharedData.require(FOLDER + "nodes.jsonl.gz"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        JsonNode tags = node.path("metadata").path("tags");
        if (!tags.isEmpty()) {
          String model = node.get("model_id").asText();
          Set<Listed> declared = new HashSet<>();
          tags.forEach(tag -> addDeclared(model, tag.asText(), declared));
          DECLARED.put(model, declared);
        }
      }
    }
  }

  /** A base that is named with its relation is named without it too, which says nothing more. */
  private static void addDeclared(String model, String tag, Set<Listed> declared) {
    String[] parts = tag.split(":", 3);
    if (tag.startsWith(BASE) && parts.length == 3) {
      declared.add(new Listed(parts[2], model, relation(parts[1])));
    }
  }

  private static ArtifactRecord record(String model, Set<Listed> derivations) {
    return new ArtifactRecord(
        ArtifactName.model(model),
        derivations.stream()
            .map(
                each ->
                    new Declaration(
                        each.relation(),
                        RelationOrigin.DECLARED,
                        ArtifactName.model(each.parent())))
            .toList());
  }

  private static RelationType relation(String listed) {
    return RelationType.valueOf(listed.toUpperCase(Locale.ROOT));
  }

  private static int node(String model) {
    return graph.find(ArtifactName.model(model)).orElseThrow();
  }

  private static String id(int node) {
    return graph.name(node).id();
  }

  private static long[] numbers(String text) {
    return List.of(text.split(" ")).stream().mapToLong(Long::parseLong).toArray();
  }
}
