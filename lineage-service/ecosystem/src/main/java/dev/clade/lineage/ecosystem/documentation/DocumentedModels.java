package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the models that the hub has are documented, in the order of their names. */
final class DocumentedModels {
  private static final int NO_NODE = -1;

  private final MetadataFields fields;
  private final SortedMap<String, Long> fieldCounts = new TreeMap<>();
  private final IntArrayList present = new IntArrayList();
  private final DoubleArrayList scores = new DoubleArrayList();
  private final LongArrayList downloads = new LongArrayList();
  private final LongArrayList likes = new LongArrayList();
  private final IntArrayList nodes = new IntArrayList();
  private final List<Card> cards = new ArrayList<>();

  private final List<Optional<Card>> cardsOfNodes;
  private final List<Set<String>> languagesOfNodes;
  private final ObjectOpenHashSet<Set<String>> knownLanguages = new ObjectOpenHashSet<>();
  private final BitSet gone = new BitSet();

  private DocumentedModels(MetadataFields fields, int nodeCount) {
    this.fields = fields;
    fields.names().forEach(name -> fieldCounts.put(name, 0L));
    cardsOfNodes = new ArrayList<>(Collections.nCopies(nodeCount, Optional.empty()));
    languagesOfNodes = new ArrayList<>(Collections.nCopies(nodeCount, Set.of()));
  }

  /** Reads all models. */
  static DocumentedModels read(GraphSnapshot snapshot, Catalogue catalogue, MetadataFields fields) {
    DocumentedModels models = new DocumentedModels(fields, snapshot.nodeCount());
    catalogue.readRepositories(
        ArtifactKind.MODEL,
        model -> models.add(snapshot.find(ArtifactName.model(model.id())).orElse(NO_NODE), model));
    return models;
  }

  private void add(int node, Repository model) {
    if (!model.isThere()) {
      if (node != NO_NODE) {
        gone.set(node);
      }
      return;
    }
    Set<String> found = fields.of(model);
    found.forEach(name -> fieldCounts.merge(name, 1L, Long::sum));
    present.add(found.size());
    scores.add(fields.share(found::contains));
    downloads.add(model.downloads());
    likes.add(model.likes());
    nodes.add(node);
    model.card().ifPresent(cards::add);
    if (node != NO_NODE) {
      cardsOfNodes.set(node, model.card());
      languagesOfNodes.set(node, knownLanguages.addOrGet(Set.copyOf(model.languages())));
    }
  }

  /** Whether the hub has the model of a node, as far as is known. */
  boolean isThere(int node) {
    return !gone.get(node);
  }

  int count() {
    return nodes.size();
  }

  /** Returns how many models have each field. */
  SortedMap<String, Long> fieldCounts() {
    return Collections.unmodifiableSortedMap(fieldCounts);
  }

  /** Returns how many fields each model has. */
  int[] present() {
    return present.toIntArray();
  }

  /** Returns the share of all fields that each model has. */
  double[] scores() {
    return scores.toDoubleArray();
  }

  /** Returns what models are ranked by. */
  SortedMap<String, long[]> measures(DerivationGraph graph) {
    SortedMap<String, long[]> measures = new TreeMap<>();
    measures.put("downloads", downloads.toLongArray());
    measures.put("likes", likes.toLongArray());
    measures.put(
        "dependents",
        nodes
            .intStream()
            .mapToLong(node -> node == NO_NODE ? 0 : graph.derivedCount(node))
            .toArray());
    return measures;
  }

  /** Returns the cards that are known, with those that are not there. */
  List<Card> cards() {
    return Collections.unmodifiableList(cards);
  }

  /** Returns how the cards and languages change along derivations. */
  CardChanges changes(DerivationGraph graph) {
    return CardChanges.of(graph, cardsOfNodes::get, languagesOfNodes::get);
  }
}
