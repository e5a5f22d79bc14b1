package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Tally;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Chains of lineage counted by the rule of Stalnaker et al. (arXiv 2502.04484).
 *
 * <p>From every sink, a model that nothing was derived from, a depth-first search goes to bases and
 * enters each model once. Every place where it could not go on begins one chain, which ends in the
 * sink. Sinks whose only chain has two models, or one, are left out.
 *
 * <p>Because a model is entered once, which chains there are, how long they are and even how many
 * depends on the order in which bases are tried, and a chain need not begin at a model without
 * bases. The study's order was that of its files; here bases are tried in the order of their names,
 * regardless of case first. {@link RootToSinkPaths} counts without such dependence.
 *
 * @param sinks how many sinks have chains that count
 * @param lengths of each chain, how many models it has
 * @param licenses of each chain, how many different licenses its models declare, where declaring
 *     none counts as a license too
 * @param differences how licenses change along the steps of all chains, a step counting once for
 *     each chain that has it
 */
public record DepthFirstChains(
    int sinks, Distribution lengths, Distribution licenses, LicenseDifferences differences) {
  /**
   * Counts the chains of a graph, in O(Σ ancestors of each sink and the lengths of all chains).
   *
   * @param licenses the licenses that a model of the snapshot declares, by node
   */
  public static DepthFirstChains of(DerivationGraph graph, IntFunction<Set<String>> licenses) {
    Search search = new Search(graph, licenses);
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      if (graph.derivedCount(model) == 0) {
        search.addChainsOf(model);
      }
    }
    return new DepthFirstChains(
        search.sinks,
        search.lengths.distribution(),
        search.licenseCounts.distribution(),
        search.steps.differences());
  }

  private static final class Search {
    private static final String NONE = "";
    private static final int END = -1;

    private final DerivationGraph graph;
    private final IntFunction<Set<String>> licenses;
    private final LicenseTally steps;
    private final Tally lengths = new Tally();
    private final Tally licenseCounts = new Tally();
    private int sinks;

    /** The path from the sink, the next base to try of each model on it, and what was entered. */
    private final IntArrayList path = new IntArrayList();

    private final IntArrayList nextBases = new IntArrayList();
    private final IntOpenHashSet entered = new IntOpenHashSet();

    /** The chains of the sink, one after the other, each ended by {@link #END}. */
    private final IntArrayList chains = new IntArrayList();

    Search(DerivationGraph graph, IntFunction<Set<String>> licenses) {
      this.graph = graph;
      this.licenses = licenses;
      this.steps = new LicenseTally(graph.snapshot(), licenses);
    }

    void addChainsOf(int sink) {
      if (graph.baseCount(sink) == 0) {
        return;
      }
      entered.clear();
      chains.clear();
      enter(sink);
      while (!path.isEmpty()) {
        advance();
      }
      boolean onlyPair = chains.size() == 2 + 1;
      if (!onlyPair) {
        sinks++;
        count();
      }
    }

    private void enter(int model) {
      entered.add(model);
      path.push(model);
      nextBases.push(0);
    }

    private void advance() {
      int model = path.topInt();
      int next = nextBases.popInt();
      boolean wentOn = next != 0;
      while (next < graph.baseCount(model) && entered.contains(graph.base(model, next))) {
        next++;
      }
      if (next < graph.baseCount(model)) {
        nextBases.push(next + 1);
        enter(graph.base(model, next));
      } else {
        if (!wentOn) {
          chains.addAll(path);
          chains.add(END);
        }
        path.popInt();
      }
    }

    private void count() {
      int length = 0;
      Set<String> declared = new HashSet<>();
      for (int i = 0; i < chains.size(); i++) {
        int model = chains.getInt(i);
        if (model == END) {
          lengths.add(length);
          licenseCounts.add(declared.size());
          declared.clear();
          length = 0;
        } else {
          length++;
          Set<String> own = licenses.apply(model);
          declared.addAll(own.isEmpty() ? Set.of(NONE) : own);
          if (length > 1) {
            steps.add(model, chains.getInt(i - 1));
          }
        }
      }
    }
  }
}
