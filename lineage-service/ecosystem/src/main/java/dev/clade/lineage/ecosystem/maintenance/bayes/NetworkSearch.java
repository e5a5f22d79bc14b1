package dev.clade.lineage.ecosystem.maintenance.bayes;

/**
 * Finds the best network of two steps, over every order of the variables of the later one (Silander
 * and Myllymäki 2006). Of networks that are as good but for rounding, it is the one with the
 * parents that come first.
 */
final class NetworkSearch {
  /** Less is rounding. */
  private static final double LEAST_GAIN = 1e-9;

  private final BinaryTable table;
  private final int half;
  private final int sets;

  /** By variable of the later step, and the set of those of its step that it may depend on. */
  private final double[][] scores;

  private final int[][] parents;

  NetworkSearch(BinaryTable table, boolean within) {
    this.table = table;
    this.half = table.variables() / 2;
    this.sets = within ? 1 << half : 1;
    this.scores = new double[half][sets];
    this.parents = new int[half][sets];
    for (int variable = 0; variable < half; variable++) {
      for (int set = 0; set < sets; set++) {
        if ((set >> variable & 1) == 0) {
          choose(variable, set);
        }
      }
    }
  }

  /** Returns the parents of each variable of the later step, as bits. */
  int[] parents() {
    int[] found = new int[half];
    if (sets == 1) {
      for (int variable = 0; variable < half; variable++) {
        found[variable] = parents[variable][0];
      }
      return found;
    }
    int[] last = lastOfEachSet();
    for (int set = sets - 1; set > 0; set ^= 1 << last[set]) {
      found[last[set]] = parents[last[set]][set ^ 1 << last[set]];
    }
    return found;
  }

  /** Chooses the best parents among a set of the same step and all of the step before. */
  private void choose(int variable, int set) {
    double best = Double.NEGATIVE_INFINITY;
    for (int rest = set; rest > 0; rest &= rest - 1) {
      int smaller = set ^ Integer.lowestOneBit(rest);
      if (scores[variable][smaller] > best + LEAST_GAIN) {
        best = scores[variable][smaller];
        parents[variable][set] = parents[variable][smaller];
      }
    }
    for (int before = 0; before < 1 << half; before++) {
      double score = table.score(half + variable, set << half | before);
      if (score > best + LEAST_GAIN) {
        best = score;
        parents[variable][set] = set << half | before;
      }
    }
    scores[variable][set] = best;
  }

  /** Returns of each set of variables which comes last in the best network of that set alone. */
  private int[] lastOfEachSet() {
    double[] totals = new double[sets];
    int[] last = new int[sets];
    for (int set = 1; set < sets; set++) {
      totals[set] = Double.NEGATIVE_INFINITY;
      for (int rest = set; rest > 0; rest &= rest - 1) {
        int variable = Integer.numberOfTrailingZeros(rest);
        int smaller = set ^ 1 << variable;
        double total = totals[smaller] + scores[variable][smaller];
        if (total > totals[set] + LEAST_GAIN) {
          totals[set] = total;
          last[set] = variable;
        }
      }
    }
    return last;
  }
}
