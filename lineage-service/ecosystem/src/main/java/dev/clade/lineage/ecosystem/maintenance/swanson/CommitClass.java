package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a commit is for, after Swanson (1976). A commit can be for several or none. */
public enum CommitClass {
  /** Something did not work. */
  CORRECTIVE,
  /** Something else is wanted: features, dependencies, the way it is built. */
  ADAPTIVE,
  /** The same is to be better: documentation, style, structure. */
  PERFECTIVE;

  /** Returns its name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the class of a name in lower case. */
  public static Optional<CommitClass> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
