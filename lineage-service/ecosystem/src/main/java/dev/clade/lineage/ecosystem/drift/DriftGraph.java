package dev.clade.lineage.ecosystem.drift;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How often each value of a trait gave way to each other one (Laufer et al., arXiv 2508.06811).
 *
 * <p>In every derivation each value that the derived model gained counts 1 from each value of the
 * base model, and each value that it lost counts 1 to each value of the derived model. So a plain
 * change of A into B counts 2. A derivation in which either has no value counts nothing.
 */
public final class DriftGraph {
  /**
   * Values that say nothing about a model, and which the study leaves out. The last three are how
   * its table writes that there is no value.
   */
  public static final Set<String> NO_VALUES = Set.of("other", "unknown", "", "None", "[]");

  private record Pair(String from, String to) {}

  private final Object2LongOpenHashMap<Pair> transitions = new Object2LongOpenHashMap<>();
  private final Object2LongOpenHashMap<String> models = new Object2LongOpenHashMap<>();

  private DriftGraph() {}

  /**
   * Returns the drift graph of a trait.
   *
   * @param traits a model's values of the trait by node, empty when it has none
   */
  public static DriftGraph of(DerivationGraph graph, IntFunction<Set<String>> traits) {
    DriftGraph drift = new DriftGraph();
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      Set<String> own = traits.apply(model);
      own.forEach(value -> drift.models.addTo(value, 1));
      for (int i = 0; i < graph.baseCount(model); i++) {
        drift.addDerivation(traits.apply(graph.base(model, i)), own);
      }
    }
    return drift;
  }

  /** Returns how often a value gave way to another. */
  public long transitions(String from, String to) {
    return transitions.getLong(new Pair(from, to));
  }

  /** Returns how many models have a value, whether they are derived or not. */
  public long models(String value) {
    return models.getLong(value);
  }

  /**
   * Returns the values that most models have, most first, of equal ones by name: of those that gave
   * way to another more or less often than the other way round, without {@link #NO_VALUES}.
   *
   * @param limit most values in the answer, at least 0
   */
  public List<String> top(int limit) {
    Set<String> drifting = new HashSet<>();
    for (Object2LongMap.Entry<Pair> each : transitions.object2LongEntrySet()) {
      Pair pair = each.getKey();
      if (each.getLongValue() != transitions(pair.to(), pair.from())) {
        drifting.add(pair.from());
        drifting.add(pair.to());
      }
    }
    drifting.removeAll(NO_VALUES);
    return drifting.stream()
        .sorted(
            Comparator.comparingLong(this::models)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }

  private void addDerivation(Set<String> base, Set<String> derived) {
    for (String gained : derived) {
      if (!base.contains(gained)) {
        base.forEach(from -> transitions.addTo(new Pair(from, gained), 1));
      }
    }
    for (String lost : base) {
      if (!derived.contains(lost)) {
        derived.forEach(to -> transitions.addTo(new Pair(lost, to), 1));
      }
    }
  }
}
