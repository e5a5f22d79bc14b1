package dev.clade.local.check;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Do tombstones say since when, and do old names lead to artifacts? */
public final class RenamingChecks {
  private final Map<String, String> aliases = new LinkedHashMap<>();

  private long deleted;
  private long renamed;
  private long undated;
  private long mistold;

  /** Looks at one artifact of the listing. */
  public void add(Artifact artifact) {
    boolean isRenamed = artifact.getAvailability() == Availability.AVAILABILITY_RENAMED;
    boolean isDeleted = artifact.getAvailability() == Availability.AVAILABILITY_DELETED;
    deleted += isDeleted ? 1 : 0;
    renamed += isRenamed ? 1 : 0;
    undated += (isDeleted || isRenamed) && !artifact.hasAvailabilityTime() ? 1 : 0;
    mistold += isRenamed == artifact.getRenamedTo().isEmpty() ? 1 : 0;
    if (isRenamed) {
      aliases.put(artifact.getName(), artifact.getRenamedTo());
    }
    artifact.getAliasesList().forEach(alias -> aliases.put(alias, artifact.getName()));
  }

  /** Returns how many artifacts are only remembered under a name that they had. */
  public long renamed() {
    return renamed;
  }

  /** Returns the names that artifacts had before, each with the present one. */
  public Map<String, String> presentNames() {
    return Collections.unmodifiableMap(aliases);
  }

  /**
   * Returns what the checks found.
   *
   * @param catalogue answers for a name, present or old; empty when it has none
   */
  public List<Check> run(Function<String, Optional<Artifact>> catalogue) {
    long lost = aliases.keySet().stream().filter(alias -> isLost(catalogue.apply(alias))).count();
    return List.of(
        new Check(
            "tombstones say since when",
            undated == 0,
            "%,d deleted, %,d renamed, %,d without a date".formatted(deleted, renamed, undated)),
        new Check(
            "renamed artifacts, and no others, tell their present name",
            mistold == 0,
            "%,d do not".formatted(mistold)),
        new Check(
            "old names lead to artifacts",
            lost == 0,
            "%,d old names, %,d lead nowhere".formatted(aliases.size(), lost)));
  }

  private static boolean isLost(Optional<Artifact> found) {
    return found
        .filter(artifact -> artifact.getAvailability() != Availability.AVAILABILITY_RENAMED)
        .isEmpty();
  }
}
