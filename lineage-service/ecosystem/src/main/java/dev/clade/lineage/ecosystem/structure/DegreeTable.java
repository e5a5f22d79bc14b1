package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Tally;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * How many derivations models have part in (Stalnaker et al., arXiv 2502.04484). Thresholds such as
 * the study's "out degree of at least 20" are {@link Distribution#countAtLeast}.
 *
 * @param total of each model, how many derivations it is in
 * @param in of each model, how many base models it has
 * @param out of each model, how many models were derived from it
 */
public record DegreeTable(Distribution total, Distribution in, Distribution out) {
  /** Returns the table of all models, those without any derivation included. */
  public static DegreeTable of(DerivationGraph graph) {
    return of(graph, IntStream.range(graph.firstModel(), graph.endModel()));
  }

  /** Returns the table of some models; all their derivations count. */
  static DegreeTable of(DerivationGraph graph, IntStream models) {
    Tally total = new Tally();
    Tally in = new Tally();
    Tally out = new Tally();
    for (PrimitiveIterator.OfInt each = models.iterator(); each.hasNext(); ) {
      int model = each.nextInt();
      in.add(graph.baseCount(model));
      out.add(graph.derivedCount(model));
      total.add(graph.baseCount(model) + graph.derivedCount(model));
    }
    return new DegreeTable(total.distribution(), in.distribution(), out.distribution());
  }
}
