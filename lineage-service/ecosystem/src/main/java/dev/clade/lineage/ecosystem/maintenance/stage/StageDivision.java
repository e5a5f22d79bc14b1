package dev.clade.lineage.ecosystem.maintenance.stage;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the life of a model is parted into three stages. */
public enum StageDivision {
  /** As many commits in each, as far as they go. */
  THIRDS_OF_COMMITS,
  /** As much time in each, from the first commit to the last; a stage may have no commit. */
  THIRDS_OF_LIFETIME;

  /** How many stages there are. */
  public static final int STAGES = 3;

  /** Returns the stages; empty when all commits are of one instant and time tells none apart. */
  public Optional<List<List<Commit>>> of(History history) {
    List<List<Commit>> stages = new ArrayList<>();
    for (int i = 0; i < STAGES; i++) {
      stages.add(new ArrayList<>());
    }
    List<Commit> commits = history.commits();
    double span = history.spanDays();
    if (this == THIRDS_OF_LIFETIME && span == 0) {
      return Optional.empty();
    }
    for (int i = 0; i < commits.size(); i++) {
      double passed =
          this == THIRDS_OF_COMMITS
              ? i / (double) commits.size()
              : History.days(commits.getFirst().time(), commits.get(i).time()) / span;
      stages.get((int) Math.min(STAGES - 1.0, Math.floor(STAGES * passed))).add(commits.get(i));
    }
    return Optional.of(stages);
  }
}
