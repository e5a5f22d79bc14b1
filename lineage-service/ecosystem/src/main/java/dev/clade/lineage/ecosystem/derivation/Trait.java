package dev.clade.lineage.ecosystem.derivation;

import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.snapshot.NodeAttributes;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Something that artifacts say of themselves, with none, one or several values. */
public enum Trait {
  /** Licence identifiers. */
  LICENSE(Profile::licenses),
  /** Language codes. */
  LANGUAGE(Profile::languages),
  /** The task: at most one. */
  TASK(profile -> single(profile.task())),
  /** The library: at most one. */
  LIBRARY(profile -> single(profile.library()));

  private final Function<Profile, List<String>> values;

  Trait(Function<Profile, List<String>> values) {
    this.values = values;
  }

  /** Returns the values as an artifact declares them. */
  public List<String> of(Profile profile) {
    return values.apply(profile);
  }

  /** Returns its name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a function from a node to its values, empty when it declares none. It remembers the
   * values of each profile, and so is for one thread.
   */
  public IntFunction<Set<String>> of(NodeAttributes attributes) {
    Map<Profile, Set<String>> known = new IdentityHashMap<>();
    return node ->
        known.computeIfAbsent(attributes.profile(node), profile -> Set.copyOf(of(profile)));
  }

  private static List<String> single(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
