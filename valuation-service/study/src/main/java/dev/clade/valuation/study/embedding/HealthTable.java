package dev.clade.valuation.study.embedding;

import dev.clade.embedding.network.Heads;
import dev.clade.report.Table;
import java.util.List;

/** How trainings ended. */
final class HealthTable {
  private static final double LARGEST_GATE = 0.6;

  private HealthTable() {}

  /** Returns how trainings ended, with what is alarming about it. */
  static Table of(List<Trained> networks) {
    Table.Builder table =
        Table.named("health", "Last epoch of each training")
            .text("network", "Network")
            .whole("epoch", "Epoch")
            .real("loss", "Loss")
            .real("alignment", "Alignment")
            .real("uniformity", "Uniformity")
            .real("effective_rank", "Effective rank")
            .real("largest_gap", "Largest gap of views")
            .real("largest_gate", "Largest gate")
            .real("contrast_scale", "Scale of contrast")
            .real("contrast_share", "Rows with two views")
            .real("label_share", "Rows with a label")
            .real("link_share", "Rows with a parent")
            .whole("diverged", "Not finite")
            .text("alarms", "Alarms");
    for (Trained network : networks) {
      network
          .end()
          .ifPresent(
              end ->
                  table.row(
                      network.name(),
                      end.epoch(),
                      end.losses().total(),
                      end.health().alignment(),
                      end.health().uniformity(),
                      end.health().effectiveRank(),
                      end.health().largestGap(),
                      largestGate(end),
                      end.health().contrastScale(),
                      end.losses().contrastShare(),
                      end.losses().labelShare(),
                      end.losses().linkShare(),
                      end.diverged(),
                      alarms(end)));
    }
    return table.build();
  }

  private static double largestGate(Trained.End end) {
    return end.health().gates().values().stream().mapToDouble(each -> each).max().orElse(0);
  }

  private static String alarms(Trained.End end) {
    StringBuilder alarms = new StringBuilder();
    if (end.health().gates().size() > 1 && largestGate(end) > LARGEST_GATE) {
      alarms.append("a gate is above 0.6; ");
    }
    if (end.health().contrastScale() >= Heads.LARGEST_SCALE * (1 - 1e-6)) {
      alarms.append("the scale of contrast is at its limit; ");
    }
    if (end.diverged() > 0) {
      alarms.append("a step was not finite; ");
    }
    return alarms.isEmpty() ? "none" : alarms.substring(0, alarms.length() - 2);
  }
}
