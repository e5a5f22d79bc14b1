package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that may be the parent of a row: the 200 best by the main scorer, the 50 best by each other
 * one, such as single views and names, and the parents that similar rows declare. Younger rows and
 * those of another architecture are left out.
 */
public final class Candidates {
  private static final int MAIN = 200;
  private static final int OTHER = 50;

  private final RowFacts facts;
  private final PairScorer main;
  private final List<PairScorer> others;
  private final Votes votes;

  /** Prepares to look for candidates. */
  public Candidates(RowFacts facts, PairScorer main, List<PairScorer> others, Votes votes) {
    this.facts = facts;
    this.main = main;
    this.others = List.copyOf(others);
    this.votes = votes;
  }

  /** Returns the candidates of a row, in an order of no meaning. */
  public int[] of(int child) {
    int[] possible =
        IntStream.range(0, facts.rows()).filter(row -> facts.mayBeParent(child, row)).toArray();
    IntLinkedOpenHashSet found = new IntLinkedOpenHashSet();
    add(main, child, possible, MAIN, found);
    others.forEach(each -> add(each, child, possible, OTHER, found));
    votes
        .of(child)
        .keySet()
        .forEach(
            parent -> {
              if (facts.mayBeParent(child, parent)) {
                found.add(parent);
              }
            });
    return found.toIntArray();
  }

  private static void add(
      PairScorer scorer, int child, int[] possible, int count, IntLinkedOpenHashSet found) {
    for (int row : TopRows.of(possible, scorer.score(child, possible), count)) {
      found.add(row);
    }
  }
}
