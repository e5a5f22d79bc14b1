package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Libraries and downloads of a snapshot's models, as the catalogue has them. */
final class LibraryModels {
  /** The downloads of a model that the catalogue does not have. */
  static final long UNKNOWN = -1;

  private final LibraryTags tags = LibraryTags.shipped();
  private final ObjectOpenHashSet<Set<String>> known = new ObjectOpenHashSet<>();
  private final List<Set<String>> libraries;
  private final long[] downloads;
  private final BitSet gone = new BitSet();
  private long count;
  private long withoutLibrary;

  private LibraryModels(int nodes) {
    libraries = new ArrayList<>(Collections.nCopies(nodes, Set.of()));
    downloads = new long[nodes];
    Arrays.fill(downloads, UNKNOWN);
  }

  /** Reads all models that the snapshot has. */
  static LibraryModels read(GraphSnapshot snapshot, Catalogue catalogue) {
    LibraryModels models = new LibraryModels(snapshot.nodeCount());
    catalogue.readRepositories(
        ArtifactKind.MODEL,
        model ->
            snapshot
                .find(ArtifactName.model(model.id()))
                .ifPresent(node -> models.add(node, model)));
    return models;
  }

  private void add(int node, Repository model) {
    if (!model.isThere()) {
      gone.set(node);
      return;
    }
    Set<String> own = tags.of(model.library(), model.tags());
    libraries.set(node, known.addOrGet(own));
    downloads[node] = model.downloads();
    count++;
    withoutLibrary += own.isEmpty() ? 1 : 0;
  }

  /** Returns the libraries of a model, none where they are not known. */
  Set<String> libraries(int node) {
    return libraries.get(node);
  }

  /** Returns the downloads of a model, or {@link #UNKNOWN}. */
  long downloads(int node) {
    return downloads[node];
  }

  /** Whether the hub has a model, as far as is known. */
  boolean isThere(int node) {
    return !gone.get(node);
  }

  /** Returns how many the catalogue has. */
  long count() {
    return count;
  }

  /** Returns how many of these have no library. */
  long withoutLibrary() {
    return withoutLibrary;
  }
}
