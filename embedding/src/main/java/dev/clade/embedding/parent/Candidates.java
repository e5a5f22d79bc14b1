package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rows that may be the parent of a row: the 200 best by the main scorer, the 50 best by each other
 * one, such as single views and names, and the parents that similar rows declare. Younger rows and
 * those of another architecture are left out.
 */
public final class Candidates {
  private static final int MAIN = 200;
  private static final int OTHER = 50;

  private final RowFacts facts;
  private final CandidateSource main;
  private final List<CandidateSource> others;
  private final Votes votes;

  /** Prepares to look for candidates by scoring all rows. */
  public Candidates(RowFacts facts, PairScorer main, List<PairScorer> others, Votes votes) {
    this(
        facts,
        CandidateSource.of(main, facts.rows()),
        votes,
        others.stream().map(other -> CandidateSource.of(other, facts.rows())).toList());
  }

  /** Prepares to look for candidates of any sources. */
  public Candidates(
      RowFacts facts, CandidateSource main, Votes votes, List<CandidateSource> others) {
    this.facts = facts;
    this.main = main;
    this.others = List.copyOf(others);
    this.votes = votes;
  }

  /** Returns the candidates of a row, in an order of no meaning. */
  public int[] of(int child) {
    IntPredicate possible = row -> facts.mayBeParent(child, row);
    IntLinkedOpenHashSet found = new IntLinkedOpenHashSet();
    add(main.best(child, MAIN, possible), found);
    others.forEach(each -> add(each.best(child, OTHER, possible), found));
    add(votes.of(child).keySet().intStream().filter(possible).toArray(), found);
    return found.toIntArray();
  }

  private static void add(int[] rows, IntLinkedOpenHashSet found) {
    for (int row : rows) {
      found.add(row);
    }
  }
}
