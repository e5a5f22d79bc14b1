package dev.clade.embedding.answer;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Votes of the 20 most similar rows that declare an attribute, each with the weight
 * e^(cosine/0.07), so that all votes sum to 1. What the row itself declares is never looked at.
 * Whoever learns how sure votes are asks here as whoever answers does.
 *
 * @param labels what rows declare
 * @param vectors that tell who is similar
 * @param index of these vectors
 */
public record AttributeVotes(LabelColumn labels, VectorTable vectors, VectorIndex index) {
  private static final int NEIGHBOURS = 20;
  private static final double TEMPERATURE = 0.07;

  /**
   * A value with its votes.
   *
   * @param label index of the value's class
   * @param share of all votes, 0 to 1
   * @param supporters the rows that voted for it, the most similar first
   */
  public record Vote(int label, double share, int[] supporters) {}

  /**
   * Returns the values that were voted for, the most voted first and of equal ones the one that was
   * first voted for; none for a row without a vector.
   */
  public List<Vote> of(int row) {
    return of(row, other -> true);
  }

  /**
   * Returns the same when only some rows may vote.
   *
   * @param voters who may, such as those that were learned from
   */
  public List<Vote> of(int row, IntPredicate voters) {
    if (!vectors.has(row)) {
      return List.of();
    }
    int[] declared = labels.values();
    Nearest nearest =
        index.nearest(
            vectors.vector(row),
            NEIGHBOURS,
            other -> other != row && declared[other] >= 0 && voters.test(other));
    double[] weights = new double[labels.classes().size()];
    IntArrayList[] supporters = new IntArrayList[weights.length];
    List<Vote> votes = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < nearest.count(); i++) {
      int label = declared[nearest.rows()[i]];
      double weight = Math.exp((nearest.cosines()[i] - 1) / TEMPERATURE);
      if (supporters[label] == null) {
        supporters[label] = new IntArrayList();
        votes.add(new Vote(label, 0, new int[0]));
      }
      supporters[label].add(nearest.rows()[i]);
      weights[label] += weight;
      sum += weight;
    }
    double all = sum;
    return votes.stream()
        .map(
            vote ->
                new Vote(
                    vote.label(),
                    weights[vote.label()] / all,
                    supporters[vote.label()].toIntArray()))
        .sorted(Comparator.comparingDouble(Vote::share).reversed())
        .toList();
  }
}
