package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.evolution.Months;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.ClassShares;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.TitleTreatment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What commits are for, month by month. */
final class MonthlyClasses {
  private MonthlyClasses() {}

  /** Returns the shares of each month, in UTC, that has a commit. */
  static SortedMap<YearMonth, ClassShares> of(
      List<History> histories, CommitClassifier classifier) {
    SortedMap<YearMonth, List<String>> messages = new TreeMap<>();
    for (History history : histories) {
      for (Commit commit : history.commits()) {
        messages
            .computeIfAbsent(Months.of(commit.time()), any -> new ArrayList<>())
            .add(commit.message());
      }
    }
    SortedMap<YearMonth, ClassShares> shares = new TreeMap<>();
    messages.forEach(
        (month, some) ->
            shares.put(month, ClassShares.of(some, classifier, TitleTreatment.AS_CLASSIFIED)));
    return shares;
  }
}
