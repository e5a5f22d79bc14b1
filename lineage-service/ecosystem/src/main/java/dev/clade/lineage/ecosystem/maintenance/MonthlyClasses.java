package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.evolution.MonthlyLabels;
import dev.clade.lineage.ecosystem.evolution.Months;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What commits are for, month by month. */
final class MonthlyClasses {
  private MonthlyClasses() {}

  /** Counts commits from the month of the first to that of the last; nothing when there is none. */
  static Optional<MonthlyLabels> of(List<History> histories, CommitClassifier classifier) {
    Optional<Instant> first =
        histories.stream()
            .map(each -> each.commits().getFirst().time())
            .min(Comparator.naturalOrder());
    Optional<Instant> last =
        histories.stream().map(History::lastCommit).max(Comparator.naturalOrder());
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    MonthlyLabels labels = new MonthlyLabels(new Months(month(first.get()), month(last.get())));
    for (History history : histories) {
      for (Commit commit : history.commits()) {
        labels.add(
            commit.time(), classifier.classes(commit.message()).stream().map(Labels::of).toList());
      }
    }
    return Optional.of(labels);
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
