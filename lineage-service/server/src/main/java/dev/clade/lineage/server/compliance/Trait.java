package dev.clade.lineage.server.compliance;

import dev.clade.lineage.graph.attribute.Profile;
import java.util.List;
import java.util.function.Function;

/** Something that artifacts say of themselves, with none, one or several values. */
public enum Trait {
  /** Licence identifiers. */
  LICENSE(Profile::licenses),
  /** The task: at most one. */
  TASK(profile -> single(profile.task())),
  /** Language codes. */
  LANGUAGE(Profile::languages),
  /** The library: at most one. */
  LIBRARY(profile -> single(profile.library()));

  private final Function<Profile, List<String>> values;

  Trait(Function<Profile, List<String>> values) {
    this.values = values;
  }

  /** Returns the values as an artifact declares them. */
  List<String> of(Profile profile) {
    return values.apply(profile);
  }

  private static List<String> single(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
