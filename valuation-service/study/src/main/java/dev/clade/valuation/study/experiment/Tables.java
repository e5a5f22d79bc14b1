package dev.clade.valuation.study.experiment;

import dev.clade.report.Table;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.split.Contribution;

/** Tables that several experiments have. */
final class Tables {
  private Tables() {}

  /** Returns values by contributor, with 95 % intervals. */
  static Table values(Laboratory laboratory, String utility, Solution solution) {
    Table.Builder table =
        Table.named("values_" + utility.replace('.', '_'), "Values by " + utility)
            .text("contributor", "contributor")
            .whole("images", "images")
            .real("value", "value")
            .real("lower", "lower")
            .real("upper", "upper")
            .whole("rank", "rank");
    for (int player = 0; player < laboratory.playerCount(); player++) {
      Contribution contribution = laboratory.oracle().split().contributions().get(player);
      PlayerValue value = solution.values().get(player);
      table.row(
          contribution.name(),
          contribution.images().count(),
          value.value(),
          value.lower(),
          value.upper(),
          value.rank());
    }
    return table.build();
  }
}
