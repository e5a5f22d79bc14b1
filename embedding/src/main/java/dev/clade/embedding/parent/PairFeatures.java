package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.lineage.LineageGraph;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.List;
import java.util.stream.Stream;

/** What speaks for a row being the parent of another. */
public final class PairFeatures {
  /** Features beside the scores, as they are called where they are shown. */
  private static final List<String> OWN_NAMES =
      List.of(
          "vote",
          "log_vote",
          "vote_for_its_parents",
          "same_architecture",
          "same_size",
          "same_owner",
          "log_days_older",
          "share_of_its_name",
          "share_of_the_childs_name",
          "log_other_children",
          "has_other_children",
          "quantised");

  private static final int OWN = OWN_NAMES.size();

  private final RowFacts facts;
  private final List<PairScorer> scorers;
  private final Votes votes;
  private final LineageGraph visible;
  private final int[][] children;

  /**
   * Prepares features.
   *
   * @param scorers each gives a feature; the directed score of a network is one
   * @param visible declarations that may be seen
   */
  public PairFeatures(RowFacts facts, List<PairScorer> scorers, Votes votes, LineageGraph visible) {
    this.facts = facts;
    this.scorers = List.copyOf(scorers);
    this.votes = votes;
    this.visible = visible;
    this.children = visible.children();
  }

  /** Returns the number of features. */
  public int count() {
    return OWN + scorers.size();
  }

  /** Returns what the features are called, in their order. */
  public List<String> names() {
    return Stream.concat(OWN_NAMES.stream(), scorers.stream().map(PairScorer::name)).toList();
  }

  /** Returns the features of each candidate of a child. */
  public double[][] of(int child, int[] candidates) {
    double[][] features = new double[candidates.length][count()];
    Int2DoubleMap voted = votes.of(child);
    for (int i = 0; i < candidates.length; i++) {
      own(child, candidates[i], voted, features[i]);
    }
    for (int s = 0; s < scorers.size(); s++) {
      double[] scores = scorers.get(s).score(child, candidates);
      for (int i = 0; i < candidates.length; i++) {
        features[i][OWN + s] = scores[i];
      }
    }
    return features;
  }

  private void own(int child, int candidate, Int2DoubleMap voted, double[] row) {
    int siblings = children[candidate].length - (declares(child, candidate) ? 1 : 0);
    double near = 0;
    for (int parent : visible.parents()[candidate]) {
      near += voted.get(parent);
    }
    row[0] = voted.get(candidate);
    row[1] = Math.log(voted.get(candidate) + 0.01);
    row[2] = near;
    row[3] = same(facts.architectures(), child, candidate);
    row[4] = same(facts.sizes(), child, candidate);
    row[5] = facts.owners()[child] == facts.owners()[candidate] ? 1 : 0;
    double days = Math.max(0, facts.createdAt()[child] - facts.createdAt()[candidate]) / 86_400.0;
    row[6] = Math.log1p(days);
    row[7] = shared(facts.names(), candidate, child);
    row[8] = shared(facts.names(), child, candidate);
    row[9] = Math.log1p(siblings);
    row[10] = siblings > 0 ? 1 : 0;
    row[11] = facts.quantised()[candidate] ? 1 : 0;
  }

  /** The child's own declaration must not make its parent look like one. */
  private boolean declares(int child, int candidate) {
    for (int parent : visible.parents()[child]) {
      if (parent == candidate) {
        return true;
      }
    }
    return false;
  }

  private static double same(int[] values, int one, int other) {
    boolean known = values[one] >= 0 && values[other] >= 0;
    return !known ? 0 : values[one] == values[other] ? 1 : -1;
  }

  /** The share of the one's parts of a name that the other has too. */
  private static double shared(TokenBags names, int one, int other) {
    int shared = 0;
    int i = names.offsets()[one];
    int j = names.offsets()[other];
    while (i < names.offsets()[one + 1] && j < names.offsets()[other + 1]) {
      int order = Integer.compare(names.tokens()[i], names.tokens()[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) shared / Math.max(1, names.count(one));
  }
}
