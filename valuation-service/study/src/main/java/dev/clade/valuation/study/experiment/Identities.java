package dev.clade.valuation.study.experiment;

import dev.clade.report.Table;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.quotient.Clusters;
import dev.clade.valuation.game.quotient.SybilGain;
import dev.clade.valuation.study.oracle.Laboratory;
import dev.clade.valuation.study.split.Contribution;
import dev.clade.valuation.study.split.Contribution.Character;
import java.util.List;
import java.util.Set;

/** What owners gain by coming under two names, before and after these are brought together. */
final class Identities {
  /** What clustering must leave at most of what copying gains. */
  private static final double MOST_LEFT = 0.5;

  private final SybilGain ofCopy;
  private final SybilGain ofHalves;

  /** Measures both owners of two names: one brings the same twice, one half under each. */
  Identities(Laboratory laboratory, UtilityTable table) {
    List<Contribution> contributions = laboratory.oracle().split().contributions();
    int copy = laboratory.oracle().split().player(Character.COPY);
    int original = 0;
    while (contributions.get(original).images() != contributions.get(copy).images()) {
      original++;
    }
    ofCopy = gain(table, contributions, original, copy);
    ofHalves = gain(table, contributions, 0, 1);
  }

  Table table() {
    return row(
            row(
                Table.named("identities", "Values of two names of one owner, by " + Truth.MAIN)
                    .text("owner", "owner")
                    .real("alone", "first name alone")
                    .real("together", "both as players")
                    .real("gain", "gain, relative")
                    .real("clustered", "both as one cluster")
                    .real("gain_clustered", "gain clustered, relative"),
                "copies",
                ofCopy),
            "brings half under each name",
            ofHalves)
        .build();
  }

  /** Returns what is claimed. */
  Check check() {
    return new Check(
        "a copy gains, and less than half of the gain is left when names are clustered",
        ofCopy.before() > 0 && Math.abs(ofCopy.after()) < MOST_LEFT * ofCopy.before(),
        "%.1f %% before, %.1f %% after".formatted(100 * ofCopy.before(), 100 * ofCopy.after()));
  }

  private static Table.Builder row(Table.Builder table, String owner, SybilGain gain) {
    return table.row(
        owner,
        gain.alone(),
        gain.together(),
        gain.before(),
        gain.togetherClustered(),
        gain.after());
  }

  private static SybilGain gain(
      UtilityTable table, List<Contribution> contributions, int first, int second) {
    int n = table.playerCount();
    Coalition identities = new Coalition(n, 1L << first | 1L << second);
    double[] weights = contributions.stream().mapToDouble(each -> each.images().count()).toArray();
    Clusters clusters =
        Clusters.of(
            contributions.stream().map(Contribution::name).toList(),
            List.of(Set.of(contributions.get(first).name(), contributions.get(second).name())));
    return SybilGain.of(table, ExactEnumeration::new, identities, clusters, weights).orElseThrow();
  }
}
