package dev.clade.local.view;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.lineage.v1.KindCount;
import dev.clade.lineage.v1.RelationCount;
import dev.clade.local.print.Table;

/** What depends on artifacts, counted in three ways. */
public final class ImpactView {
  private ImpactView() {}

  /** Returns the counts as tables. */
  public static String render(CountImpactResponse impact) {
    StringBuilder text = new StringBuilder();
    if (impact.getTotalCount() == 0) {
      text.append("Nothing was made from it.\n");
    } else {
      text.append(kinds(impact)).append('\n');
      text.append(relations(impact)).append('\n');
      text.append(distances(impact)).append('\n');
    }
    text.append(
        "%,d artifacts; feed at %,d%n"
            .formatted(impact.getTotalCount(), impact.getSnapshotSequence()));
    impact
        .getUnreachableList()
        .forEach(name -> text.append("Not in the graph: ").append(name).append('\n'));
    if (impact.hasCut()) {
      text.append(TruncationWords.of(impact.getCut()));
    }
    return text.toString();
  }

  private static String kinds(CountImpactResponse impact) {
    Table table = new Table("kind", ">artifacts");
    for (KindCount count : impact.getKindsList()) {
      table.row(word(count.getKind()), "%,d".formatted(count.getCount()));
    }
    return table.render();
  }

  private static String relations(CountImpactResponse impact) {
    Table table = new Table("first relation", ">artifacts");
    for (RelationCount count : impact.getFirstRelationsList()) {
      table.row(RelationWords.noun(count.getType()), "%,d".formatted(count.getCount()));
    }
    return table.render();
  }

  private static String distances(CountImpactResponse impact) {
    Table table = new Table(">steps", ">artifacts");
    for (int i = 0; i < impact.getDistanceCountsCount(); i++) {
      table.row(i + 1, "%,d".formatted(impact.getDistanceCounts(i)));
    }
    return table.render();
  }

  private static String word(ArtifactKind kind) {
    return switch (kind) {
      case ARTIFACT_KIND_MODEL -> "models";
      case ARTIFACT_KIND_DATASET -> "datasets";
      case ARTIFACT_KIND_SPACE -> "spaces";
      case ARTIFACT_KIND_PAPER -> "papers";
      case ARTIFACT_KIND_UNSPECIFIED, UNRECOGNIZED -> "others";
    };
  }
}
