package dev.clade.local.view;

import dev.clade.lineage.v1.LicenseFinding;
import dev.clade.lineage.v1.LicenseVerdict;
import dev.clade.lineage.v1.LicenseVerdictCount;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.ListTraitChangesResponse;
import dev.clade.lineage.v1.TraitChange;
import dev.clade.lineage.v1.TraitChangeClass;
import dev.clade.lineage.v1.TraitChangeCount;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Table;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of licences along a lineage, in tables. */
public final class LicensesView {
  private LicensesView() {}

  /**
   * Returns how many relations show each change, which licences become which, and where terms are
   * not kept.
   *
   * @param most most rows to show of a table
   */
  public static String render(LicensesAnswer answer, int most) {
    ListTraitChangesResponse changes = answer.changes();
    StringBuilder text = new StringBuilder();
    if (changes.getSummary().getRelationCount() == 0) {
      text.append("No relation to follow a licence along.\n");
    } else {
      text.append(counts(changes)).append('\n');
      text.append(changes(changes.getChangesList(), most));
      text.append(conflicts(answer.findings().getFindingsList(), most));
    }
    text.append(
        "%,d relations%s; feed at %,d%n"
            .formatted(
                changes.getSummary().getRelationCount(),
                verdicts(answer.findings().getVerdictCountsList()),
                changes.getSnapshotSequence()));
    changes
        .getUnreachableList()
        .forEach(name -> text.append("Not in the graph: ").append(name).append('\n'));
    if (changes.hasTruncation()) {
      text.append(TruncationWords.of(changes.getTruncation()));
    }
    return text.toString();
  }

  private static String counts(ListTraitChangesResponse changes) {
    Table table = new Table("licences", ">relations");
    for (TraitChangeCount count : changes.getSummary().getChangesList()) {
      table.row(LicenseWords.of(count.getChangeClass()), "%,d".formatted(count.getCount()));
    }
    return table.render();
  }

  private static String changes(List<TraitChange> all, int most) {
    List<TraitChange> changed =
        all.stream()
            .filter(change -> change.getChangeClass() != TraitChangeClass.TRAIT_CHANGE_CLASS_SAME)
            .toList();
    Table table = new Table("change", "made from", "licences", "artifact", "licences");
    for (TraitChange change : shown(changed, most)) {
      table.row(
          LicenseWords.of(change.getChangeClass()),
          ArtifactName.shorten(change.getEdge().getUpstream()),
          change.getChangeClass() == TraitChangeClass.TRAIT_CHANGE_CLASS_UNKNOWN
              ? "unknown"
              : LicenseWords.licenses(change.getUpstreamValuesList()),
          artifact(change.getEdge()),
          LicenseWords.licenses(change.getDownstreamValuesList()));
    }
    return part("Changes:", changed.size(), most, table);
  }

  private static String conflicts(List<LicenseFinding> all, int most) {
    List<LicenseFinding> conflicts =
        all.stream()
            .filter(finding -> finding.getVerdict() == LicenseVerdict.LICENSE_VERDICT_CONFLICT)
            .toList();
    Table table = new Table("artifact", "licences", "does not keep", "of", "source");
    for (LicenseFinding finding : shown(conflicts, most)) {
      table.row(
          artifact(finding.getEdge()),
          LicenseWords.licenses(finding.getDownstreamLicensesList()),
          LicenseWords.terms(finding.getConflict().getTermsList()),
          "%s (%s)"
              .formatted(
                  ArtifactName.shorten(finding.getEdge().getUpstream()),
                  finding.getConflict().getLicense()),
          finding.getConflict().getSource());
    }
    return part("Conflicts:", conflicts.size(), most, table);
  }

  private static String part(String title, int rows, int most, Table table) {
    String more = rows > most ? "… %,d more%n".formatted(rows - most) : "";
    return rows == 0 ? "" : "%s%n%s%s%n".formatted(title, table.render(), more);
  }

  private static <T> List<T> shown(List<T> rows, int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  private static String verdicts(List<LicenseVerdictCount> counts) {
    return counts.stream()
        .map(count -> "%,d %s".formatted(count.getCount(), LicenseWords.of(count.getVerdict())))
        .collect(Collectors.joining(", ", counts.isEmpty() ? "" : ": ", ""));
  }

  private static String artifact(LineageEdge edge) {
    return "%s [%s]"
        .formatted(ArtifactName.shorten(edge.getDownstream()), RelationWords.noun(edge.getType()));
  }
}
