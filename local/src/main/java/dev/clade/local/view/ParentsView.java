package dev.clade.local.view;

import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.lineage.v1.ParentCandidate;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Table;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a model may stem from: what it declares, and candidates with what speaks for them. */
public final class ParentsView {
  private static final int SHOWN = 3;

  private ParentsView() {}

  /** Returns the declared bases, the table of candidates, and where they come from. */
  public static String render(InferParentsResponse parents) {
    StringBuilder text = new StringBuilder();
    text.append(
        parents.getDeclaredCount() == 0
            ? "It declares no base model.\n"
            : "It declares %s.%n".formatted(shortened(parents.getDeclaredList())));
    if (parents.getCandidatesCount() == 0) {
      text.append("There is no candidate.\n");
    } else {
      Table table = new Table("candidate", "state", ">right in 100", "largest evidence");
      for (ParentCandidate candidate : parents.getCandidatesList()) {
        table.row(
            ArtifactName.shorten(candidate.getName()),
            state(candidate.getState()),
            Math.round(100 * candidate.getConfidence()),
            evidence(candidate.getEvidenceList()));
      }
      text.append(table.render());
    }
    return text.append("%s%n".formatted(parents.getEmbedding())).toString();
  }

  private static String shortened(List<String> names) {
    return names.stream().map(ArtifactName::shorten).collect(Collectors.joining(", "));
  }

  private static String state(ParentCandidate.State state) {
    return switch (state) {
      case STATE_DECLARED -> "declared";
      case STATE_INFERRED_HIGH -> "inferred, sure";
      case STATE_SUGGESTED -> "suggested";
      case STATE_UNKNOWN, STATE_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static String evidence(List<ParentCandidate.Evidence> evidence) {
    return evidence.stream()
        .filter(each -> each.getValue() != 0)
        .sorted(
            Comparator.comparingDouble(
                (ParentCandidate.Evidence each) -> -Math.abs(each.getValue())))
        .limit(SHOWN)
        .map(each -> "%s %.2f".formatted(each.getName(), each.getValue()))
        .collect(Collectors.joining(", "));
  }
}
