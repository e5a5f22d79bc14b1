package dev.clade.valuation.study.oracle;

import dev.clade.valuation.game.Coalition;
import java.util.Comparator;

/**
 * What a utility is of.
 *
 * @param tier how the coalition's model comes about
 * @param coalition whose images it sees
 * @param replicate number of the seed, from 0
 */
public record Evaluation(Tier tier, Coalition coalition, int replicate)
    implements Comparable<Evaluation> {
  private static final Comparator<Evaluation> ORDER =
      Comparator.comparing((Evaluation each) -> each.tier().kind())
          .thenComparing(each -> each.tier().steps())
          .thenComparing(Evaluation::coalition)
          .thenComparing(Evaluation::replicate);

  @Override
  public int compareTo(Evaluation other) {
    return ORDER.compare(this, other);
  }
}
