package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Infers parents from the oldest row to the newest: each has the best candidate that closes no
 * cycle with what is declared and inferred so far, or none. Only a row that says that it is a merge
 * has several, and only one of a group of copies.
 */
public final class ParentInference {
  private static final int MOST_PARENTS = 4;

  private final RowFacts facts;
  private final Candidates candidates;
  private final PairFeatures features;
  private final ParentModel model;

  /** Puts the parts together. */
  public ParentInference(
      RowFacts facts, Candidates candidates, PairFeatures features, ParentModel model) {
    this.facts = facts;
    this.candidates = candidates;
    this.features = features;
    this.model = model;
  }

  /** Returns the candidates of a row with their scores, best first; nothing is decided yet. */
  public List<InferredParent> ranked(int child) {
    int[] found = candidates.of(child);
    double[][] evidence = features.of(child, found);
    double[] scores = model.score(evidence);
    List<InferredParent> ranked = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      ranked.add(
          new InferredParent(
              child, found[i], ParentState.UNKNOWN, Double.NaN, scores[i], evidence[i]));
    }
    ranked.sort(
        Comparator.comparingDouble(InferredParent::score)
            .reversed()
            .thenComparingInt(InferredParent::parent));
    return ranked;
  }

  /**
   * Returns the best candidates of a row, best first, with how sure each is: as for {@link #infer},
   * only the best can be inferred, or several of a row that says that it is a merge.
   *
   * @param count most candidates to return
   * @param confidence learned where the truth is known
   */
  public List<InferredParent> judged(int child, int count, Confidence confidence) {
    int most = mostParents(child);
    List<InferredParent> ranked = ranked(child);
    List<InferredParent> judged = new ArrayList<>();
    for (InferredParent each : ranked.subList(0, Math.min(count, ranked.size()))) {
      judged.add(
          new InferredParent(
              child,
              each.parent(),
              judged.size() < most ? confidence.state(each.score()) : ParentState.UNKNOWN,
              confidence.calibration().probability(each.score()),
              each.score(),
              each.evidence()));
    }
    return judged;
  }

  /**
   * Infers parents of rows that declare none.
   *
   * @param children rows
   * @param confidence learned where the truth is known
   * @param declared for each row its declared parents
   * @param copies for each row its group of copies
   */
  public List<InferredParent> infer(
      int[] children, Confidence confidence, int[][] declared, int[] copies) {
    IntArrayList[] up = new IntArrayList[facts.rows()];
    Arrays.setAll(up, row -> new IntArrayList(declared[row]));
    List<InferredParent> inferred = new ArrayList<>();
    Arrays.stream(children)
        .boxed()
        .sorted(Comparator.comparingLong(row -> facts.createdAt()[row]))
        .forEach(
            child -> {
              int most = mostParents(child);
              IntOpenHashSet groups = new IntOpenHashSet();
              for (InferredParent each : ranked(child)) {
                ParentState state = confidence.state(each.score());
                if (groups.size() == most || state == ParentState.UNKNOWN) {
                  break;
                }
                if (!reaches(up, each.parent(), child) && groups.add(copies[each.parent()])) {
                  up[child].add(each.parent());
                  double probability = confidence.calibration().probability(each.score());
                  inferred.add(
                      new InferredParent(
                          child, each.parent(), state, probability, each.score(), each.evidence()));
                }
              }
            });
    return inferred;
  }

  /** Returns the regression as a scorer of all rows; what is no candidate comes last. */
  public PairScorer scorer(String name) {
    return PairScorer.of(
        name,
        (query, rows) -> {
          double[] all = new double[facts.rows()];
          Arrays.fill(all, -1e9);
          ranked(query).forEach(each -> all[each.parent()] = each.score());
          return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
        });
  }

  private int mostParents(int child) {
    return facts.merged()[child] ? MOST_PARENTS : 1;
  }

  /** Whether one goes up from a row to another. */
  private static boolean reaches(IntArrayList[] up, int from, int to) {
    IntArrayList open = IntArrayList.of(from);
    IntOpenHashSet seen = new IntOpenHashSet();
    while (!open.isEmpty()) {
      int row = open.removeInt(open.size() - 1);
      if (row == to) {
        return true;
      }
      if (seen.add(row)) {
        open.addAll(up[row]);
      }
    }
    return false;
  }
}
