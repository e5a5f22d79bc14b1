package dev.clade.local.command;

import dev.clade.valuation.v1.Precision;
import picocli.CommandLine.Option;

/** How sure values are to be; one of them. */
final class PrecisionOptions {
  @Option(
      names = "--half-width",
      description = "End when no 95 %% interval reaches further than this from its value.")
  private Double halfWidth;

  @Option(
      names = "--part-of-spread",
      description =
          "End when no 95 %% interval reaches further than this part of highest less lowest value.")
  private Double partOfSpread;

  @Option(names = "--ranks", description = "End when no two 95 %% intervals overlap.")
  private boolean ranks;

  Precision precision() {
    Precision.Builder precision = Precision.newBuilder();
    if (halfWidth != null) {
      precision.setHalfWidth(halfWidth);
    } else if (partOfSpread != null) {
      precision.setPartOfSpread(partOfSpread);
    } else {
      precision.setRanksSettled(ranks);
    }
    return precision.build();
  }
}
