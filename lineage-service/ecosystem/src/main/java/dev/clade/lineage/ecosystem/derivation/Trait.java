package dev.clade.lineage.ecosystem.derivation;

import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.snapshot.NodeAttributes;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What models declare of themselves and may change in a derivation. */
public enum Trait {
  /** The licences. */
  LICENSE(profile -> Set.copyOf(profile.licenses())),
  /** The languages. */
  LANGUAGE(profile -> Set.copyOf(profile.languages())),
  /** The task. */
  TASK(profile -> single(profile.task())),
  /** The library. */
  LIBRARY(profile -> single(profile.library()));

  private final Function<Profile, Set<String>> reader;

  Trait(Function<Profile, Set<String>> reader) {
    this.reader = reader;
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
    return node -> known.computeIfAbsent(attributes.profile(node), reader);
  }

  private static Set<String> single(String value) {
    return value.isEmpty() ? Set.of() : Set.of(value);
  }
}
