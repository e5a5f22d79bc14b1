package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Whether derived models keep their bases' libraries. As with mutation rates, a derivation counts
 * when both its models have a library; the study does not tell what it does with the others.
 */
public final class LibraryPreservation {
  private final Object2LongOpenHashMap<String> derivations = new Object2LongOpenHashMap<>();
  private final Object2LongOpenHashMap<String> kept = new Object2LongOpenHashMap<>();
  private final Object2LongOpenHashMap<String> descendants = new Object2LongOpenHashMap<>();
  private final Object2LongOpenHashMap<String> ofSeveral = new Object2LongOpenHashMap<>();

  private LibraryPreservation() {}

  /**
   * Returns the libraries that bases or derived models have, those of most descendants that use
   * several first, of equal ones by name. Takes O(derivations × libraries of a model).
   *
   * @param libraries the libraries of each model, none when it has none
   */
  public static List<KeptLibrary> of(DerivationGraph graph, IntFunction<Set<String>> libraries) {
    LibraryPreservation counts = new LibraryPreservation();
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      Set<String> own = libraries.apply(model);
      if (graph.baseCount(model) > 0 && !own.isEmpty()) {
        counts.addDescendant(own);
        for (int i = 0; i < graph.baseCount(model); i++) {
          counts.addDerivation(libraries.apply(graph.base(model, i)), own);
        }
      }
    }
    return counts.rows();
  }

  private void addDescendant(Set<String> own) {
    for (String library : own) {
      descendants.addTo(library, 1);
      ofSeveral.addTo(library, own.size() > 1 ? 1 : 0);
    }
  }

  private void addDerivation(Set<String> base, Set<String> own) {
    for (String library : base) {
      derivations.addTo(library, 1);
      kept.addTo(library, own.contains(library) ? 1 : 0);
    }
  }

  private List<KeptLibrary> rows() {
    Set<String> all = new HashSet<>(derivations.keySet());
    all.addAll(descendants.keySet());
    return all.stream()
        .map(
            each ->
                new KeptLibrary(
                    each,
                    derivations.getLong(each),
                    kept.getLong(each),
                    descendants.getLong(each),
                    ofSeveral.getLong(each)))
        .sorted(
            Comparator.comparingLong(KeptLibrary::descendantsOfSeveral)
                .reversed()
                .thenComparing(KeptLibrary::library))
        .toList();
  }
}
