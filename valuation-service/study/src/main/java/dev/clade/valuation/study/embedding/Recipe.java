package dev.clade.valuation.study.embedding;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import dev.clade.valuation.worker.contrastive.loss.Contrast;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a network is trained with.
 *
 * @param views that it reads; none for a network that is not trained
 * @param plan how it is trained
 * @param refreshes how often the lineage view is made anew, 0 or 1
 */
record Recipe(Set<View> views, ContrastivePlan plan, int refreshes) {
  /** Sorts the views, so that the text is always the same. */
  Recipe {
    views = new TreeSet<>(views);
  }

  /** Returns how the embedding itself is trained. */
  static Recipe whole(ContrastivePlan plan) {
    return new Recipe(NetworkShape.USUAL_VIEWS, plan, 1);
  }

  /** Returns how one view is trained for labels and links alone. */
  static Recipe single(View view, ContrastivePlan plan) {
    return new Recipe(Set.of(view), withoutContrast(plan), 0);
  }

  /** Returns how all views are trained for labels and links, but not to agree. */
  static Recipe withoutContrast(Set<View> views, ContrastivePlan plan) {
    return new Recipe(views, withoutContrast(plan), 0);
  }

  /** Returns no training at all. */
  static Recipe untrained(ContrastivePlan plan) {
    return new Recipe(Set.of(), plan, 0);
  }

  /** Without contrast there is nothing to do in a round of contrast alone. */
  private static ContrastivePlan withoutContrast(ContrastivePlan plan) {
    return new ContrastivePlan(
        plan.epochs(),
        plan.batchSize(),
        plan.denseRate(),
        plan.tableRate(),
        0,
        plan.patience(),
        plan.dropout(),
        plan.losses().with(Contrast.NONE));
  }
}
