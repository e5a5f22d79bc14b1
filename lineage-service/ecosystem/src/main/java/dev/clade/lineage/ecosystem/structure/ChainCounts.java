package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Table;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Chains by all three rules of counting, and what becomes of licences along them. */
final class ChainCounts {
  private final DepthFirstChains depthFirst;
  private final LicenseDifferences alongEdges;
  private final Map<String, Distribution> byRule = new LinkedHashMap<>();

  private ChainCounts(DerivationGraph graph, IntFunction<Set<String>> licenses) {
    depthFirst = DepthFirstChains.of(graph, licenses);
    alongEdges = LicenseDifferences.alongEdges(graph, licenses);
    byRule.put("depth-first search from each sink", depthFirst.lengths());
    byRule.put("every path from root to sink", RootToSinkPaths.of(graph).lengths());
    byRule.put("longest chain of each sink", LongestChains.of(graph).lengths());
  }

  static ChainCounts of(DerivationGraph graph, IntFunction<Set<String>> licenses) {
    return new ChainCounts(graph, licenses);
  }

  Table rules() {
    Table.Builder table =
        Table.named("chains", "Chains of lineage by three rules of counting")
            .text("rule", "Rule")
            .real("chains", "Chains")
            .real("mean", "Models in a chain, mean")
            .whole("mode", "Mode")
            .whole("min", "Least")
            .real("first_quartile", "First quartile")
            .real("median", "Median")
            .real("third_quartile", "Third quartile")
            .whole("max", "Most");
    byRule.forEach(
        (rule, lengths) -> {
          if (lengths.total().signum() > 0) {
            table.row(
                rule,
                lengths.total().doubleValue(),
                lengths.mean(),
                lengths.mode(),
                lengths.min(),
                lengths.quantile(0.25),
                lengths.median(),
                lengths.quantile(0.75),
                lengths.max());
          }
        });
    return table.build();
  }

  Table lengths() {
    TreeSet<Integer> occurring = new TreeSet<>();
    byRule.values().forEach(each -> occurring.addAll(each.counts().keySet()));
    Table.Builder table =
        Table.named("chain_lengths", "Chains by length")
            .whole("models", "Models in the chain")
            .real("depth_first", "Depth-first search")
            .real("every_path", "Every path")
            .real("longest", "Longest of each sink");
    List<Distribution> rules = List.copyOf(byRule.values());
    for (int length : occurring) {
      table.row(
          length,
          count(rules.get(0), length),
          count(rules.get(1), length),
          count(rules.get(2), length));
    }
    return table.build();
  }

  Table licenseChanges() {
    Table.Builder table =
        Table.named("license_changes", "What becomes of licences")
            .text("change", "Change")
            .whole("along_chains", "Steps of chains")
            .whole("along_derivations", "Derivations");
    for (LicenseChange change : LicenseChange.values()) {
      table.row(
          change.name().toLowerCase(Locale.ROOT),
          depthFirst.differences().counts().get(change),
          alongEdges.counts().get(change));
    }
    return table.build();
  }

  Table licenseTransitions(int limit) {
    Table.Builder table =
        Table.named("license_transitions", "Licences that became others, along derivations")
            .text("base", "Base declares")
            .text("derived", "Derived model declares")
            .whole("derivations", "Derivations");
    alongEdges.changes().stream()
        .limit(limit)
        .forEach(each -> table.row(words(each.base()), words(each.derived()), each.count()));
    return table.build();
  }

  Figure figure() {
    return new Figure.Plot(
        "chain_lengths",
        "Chains by length, by three rules of counting",
        new Axis("models in the chain", Scale.LINEAR),
        new Axis("chains", Scale.LOGARITHMIC),
        byRule.entrySet().stream()
            .map(each -> DistributionSeries.counts(each.getKey(), Mark.LINE, each.getValue()))
            .toList());
  }

  private static double count(Distribution lengths, int length) {
    return lengths.counts().getOrDefault(length, BigInteger.ZERO).doubleValue();
  }

  private static String words(List<String> licenses) {
    return licenses.isEmpty() ? "none" : String.join(", ", licenses);
  }
}
