package dev.clade.valuation.study.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.Presence;
import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The networks that a card compares.
 *
 * @param seeds the embedding, a network a seed
 * @param singles B4: each view that some row has, alone
 * @param untrained B8
 * @param plain B11: all views, without contrast
 */
record Networks(List<Trained> seeds, List<Trained> singles, Trained untrained, Trained plain) {
  /** Begins the names of single views. */
  static final String SINGLE = "B4 ";

  /**
   * Trains them, or takes those that are kept.
   *
   * @param trainer what encodes
   * @throws IOException if one cannot be read or kept
   */
  static Networks of(
      NetworkFolder folder,
      Holdout holdout,
      ContrastivePlan plan,
      int seeds,
      ContrastiveTrainer trainer)
      throws IOException {
    Trained untrained = folder.get("B8 untrained", holdout, Recipe.untrained(plan), 1);
    FeatureTable features = untrained.learnt().features(holdout, holdout.visible(), trainer);
    List<Trained> whole = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      whole.add(folder.get("fused " + seed, holdout, Recipe.whole(plan), seed));
    }
    List<Trained> singles = new ArrayList<>();
    for (View view : new TreeSet<>(NetworkShape.USUAL_VIEWS)) {
      if (holdout.learnt().stream().anyMatch(row -> Presence.of(view, features, row))) {
        String name = SINGLE + view.name().toLowerCase(Locale.ROOT);
        singles.add(folder.get(name, holdout, Recipe.single(view, plan), 1));
      }
    }
    return new Networks(
        whole,
        singles,
        untrained,
        folder.get(
            "B11 without contrast",
            holdout,
            Recipe.withoutContrast(NetworkShape.USUAL_VIEWS, plan),
            1));
  }

  /** Returns what the embedding is compared with. */
  List<Trained> others() {
    return Stream.concat(singles.stream(), Stream.of(untrained, plain)).toList();
  }
}
