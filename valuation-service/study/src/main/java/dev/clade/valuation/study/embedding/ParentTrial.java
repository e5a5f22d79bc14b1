package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.baseline.BagCosine;
import dev.clade.embedding.evaluation.baseline.Bm25;
import dev.clade.embedding.evaluation.baseline.FamilyParent;
import dev.clade.embedding.evaluation.baseline.LateFusion;
import dev.clade.embedding.evaluation.baseline.RawConcatenation;
import dev.clade.embedding.evaluation.baseline.TransE;
import dev.clade.embedding.evaluation.baseline.Triples;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.parent.ParentInference;
import dev.clade.valuation.worker.embedding.Holdout;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Everybody looks for the hidden parents of held-out rows. */
final class ParentTrial {
  static final String LINK = "fused, link score";
  static final String SERVED = "fused, as served";
  static final String TRANSLATION = "B9 TransE";
  static final String MAJORITY = "B10 majority, family by name";
  static final String NEWEST = "B10 newest, family by name";

  private static final long SEED = 29;
  private static final int WIDTH = 128;
  private static final int TRANSLATION_WIDTH = 64;
  private static final int TRANSLATION_EPOCHS = 100;

  private final List<Contender> contenders = new ArrayList<>();

  /** Somebody who looks, by one scorer a seed. */
  private record Contender(String name, List<? extends PairScorer> seeds) {
    static Contender of(PairScorer scorer) {
      return new Contender(scorer.name(), List.of(scorer));
    }
  }

  /**
   * Prepares everybody.
   *
   * @param served what infers parents, a seed each; none where there was too little to learn it
   */
  ParentTrial(Holdout holdout, Encodings encodings, List<ParentInference> served) {
    if (!served.isEmpty()) {
      contenders.add(
          new Contender(SERVED, served.stream().map(each -> each.scorer(SERVED)).toList()));
    }
    contenders.add(
        new Contender(LINK, encodings.seeds().stream().map(each -> each.links(holdout)).toList()));
    FeatureTable features = encodings.features();
    contenders.add(Contender.of(new Bm25(features, encodings.vocabulary())));
    encodings
        .others()
        .forEach(each -> contenders.add(new Contender(each.name(), List.of(each.links(holdout)))));
    contenders.add(
        Contender.of(
            new VectorCosine(
                "B5 raw vectors",
                RawConcatenation.of(features, NetworkShape.USUAL_VIEWS, WIDTH, SEED))));
    contenders.add(Contender.of(LateFusion.meanCosine(features, NetworkShape.USUAL_VIEWS)));
    contenders.add(Contender.of(ranks(features)));
    Triples triples = Triples.of(holdout.set().records(), holdout.visible(), holdout.leaks());
    contenders.add(
        Contender.of(
            TransE.train(triples, TRANSLATION_WIDTH, TRANSLATION_EPOCHS, SEED)
                .scorer(TRANSLATION, Triples.DERIVED_FROM)));
    addFamilies(holdout, new BagCosine("names", features.names()));
  }

  /** Returns late fusion by ranks of all views. */
  static PairScorer ranks(FeatureTable features) {
    return LateFusion.reciprocalRanks(
        "B6 reciprocal ranks",
        List.copyOf(LateFusion.views(features, NetworkShape.USUAL_VIEWS).values()));
  }

  /** Returns how many evaluations a task takes. */
  int steps() {
    return contenders.size();
  }

  /**
   * Returns everybody's scores.
   *
   * @param done called after each evaluation
   */
  List<ParentScore> of(ParentTask task, Runnable done) {
    List<ParentScore> scores = new ArrayList<>();
    for (Contender each : contenders) {
      scores.add(
          ParentScore.average(
              each.name, each.seeds.stream().map(one -> ParentScore.of(one, task)).toList()));
      done.run();
    }
    return scores;
  }

  private void addFamilies(Holdout holdout, PairScorer names) {
    int[][] visible = holdout.visible().parents();
    long[] created = holdout.declared().createdAt();
    int[] families = RelationMaker.families(visible);
    int[] rows = IntStream.range(0, visible.length).toArray();
    Int2IntOpenHashMap namesakes = new Int2IntOpenHashMap();
    IntUnaryOperator byName =
        child ->
            families[
                namesakes.computeIfAbsent(
                    child, each -> best(names.score(each, rows), each, created))];
    IntUnaryOperator told = child -> families[holdout.declared().parents()[child][0]];
    contenders.add(
        Contender.of(FamilyParent.majority(MAJORITY, families, byName, holdout.visible())));
    contenders.add(Contender.of(FamilyParent.newest(NEWEST, families, byName, created)));
    contenders.add(Contender.of(FamilyParent.mostChildren(holdout.visible())));
    contenders.add(
        Contender.of(
            FamilyParent.majority("majority, family told", families, told, holdout.visible())));
    contenders.add(
        Contender.of(FamilyParent.newest("newest, family told", families, told, created)));
  }

  /** The row with the most similar name of those that are not younger. */
  private static int best(double[] scores, int child, long[] created) {
    int best = -1;
    for (int row = 0; row < scores.length; row++) {
      boolean possible = row != child && created[row] <= created[child];
      if (possible && (best < 0 || scores[row] > scores[best])) {
        best = row;
      }
    }
    return best;
  }
}
