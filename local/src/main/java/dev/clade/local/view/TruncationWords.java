package dev.clade.local.view;

import dev.clade.lineage.v1.SearchCut;
import dev.clade.lineage.v1.Truncation;
import dev.clade.local.client.ArtifactName;
import java.util.stream.Collectors;

/** Says that an answer is cut. */
final class TruncationWords {
  private static final int SHOWN = 5;

  private TruncationWords() {}

  static String of(Truncation truncation) {
    String examples =
        truncation.getFrontierList().stream()
            .limit(SHOWN)
            .map(ArtifactName::shorten)
            .collect(Collectors.joining(", "));
    return "Cut at %s: there is more beyond %,d of these, such as %s.%n"
        .formatted(limit(truncation.getReason()), truncation.getTotalFrontierCount(), examples);
  }

  static String of(SearchCut cut) {
    return "Cut at %s: everything up to %,d steps is counted, and there is more.%n"
        .formatted(limit(cut.getReason()), cut.getCompleteSteps());
  }

  private static String limit(Truncation.Reason reason) {
    return switch (reason) {
      case REASON_MAX_DEPTH -> "the depth asked for";
      case REASON_MAX_NODES -> "the number of artifacts asked for";
      case REASON_MAX_EDGES -> "the number of relations to look at";
      case REASON_UNSPECIFIED, UNRECOGNIZED -> "a limit";
    };
  }
}
