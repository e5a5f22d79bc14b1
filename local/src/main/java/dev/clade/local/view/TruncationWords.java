package dev.clade.local.view;

import dev.clade.lineage.v1.Truncation;
import dev.clade.local.client.ArtifactName;
import java.util.stream.Collectors;

/** Says that an answer is cut. */
final class TruncationWords {
  private static final int SHOWN = 5;

  private TruncationWords() {}

  static String of(Truncation truncation) {
    String why =
        switch (truncation.getReason()) {
          case REASON_MAX_DEPTH -> "the depth asked for";
          case REASON_MAX_NODES -> "the number of artifacts asked for";
          case REASON_UNSPECIFIED, UNRECOGNIZED -> "a limit";
        };
    String examples =
        truncation.getFrontierList().stream()
            .limit(SHOWN)
            .map(ArtifactName::shorten)
            .collect(Collectors.joining(", "));
    return "Cut at %s: there is more beyond %,d of these, such as %s.%n"
        .formatted(why, truncation.getTotalFrontierCount(), examples);
  }
}
