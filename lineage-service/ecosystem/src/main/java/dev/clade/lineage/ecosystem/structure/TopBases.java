package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The models that most others were derived from directly (Stalnaker et al., arXiv 2502.04484). */
public final class TopBases {
  private TopBases() {}

  /**
   * Returns the bases with most derived models, most first, of equal ones by name.
   *
   * @param limit most bases in the answer, at least 0
   */
  public static List<Base> of(DerivationGraph graph, int limit) {
    return IntStream.range(graph.firstModel(), graph.endModel())
        .filter(model -> graph.derivedCount(model) > 0)
        .mapToObj(model -> new Base(model, graph.derivedCount(model)))
        .sorted(Comparator.comparingInt(Base::derived).reversed().thenComparing(Base::model))
        .limit(limit)
        .toList();
  }

  /**
   * A base model.
   *
   * @param model its node
   * @param derived how many models were derived from it directly
   */
  public record Base(int model, int derived) {}
}
