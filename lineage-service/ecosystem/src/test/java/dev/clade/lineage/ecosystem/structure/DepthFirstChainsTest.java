package dev.clade.lineage.ecosystem.structure;

import static dev.clade.lineage.ecosystem.testing.Graphs.derivations;
import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static dev.clade.lineage.ecosystem.testing.Graphs.traits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.license.LicenseChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DepthFirstChainsTest {
  private static DepthFirstChains chains(DerivationGraph graph) {
    return DepthFirstChains.of(graph, model -> Set.of());
  }

  @Test
  void aModelIsEnteredOnceInTheOrderOfNames() {
    // From d to c, which tries a first: chain a c d. Then b, whose base a is entered already:
    // chain b c d. Every way would be a c d and a b c d.
    DepthFirstChains chains = chains(derivations("b: a", "c: a b", "d: c"));
    assertThat(chains.sinks()).isEqualTo(1);
    assertThat(chains.lengths()).isEqualTo(Distribution.of(3, 3));
  }

  @Test
  void namesDecideHowManyChainsThereAre() {
    // The same graph with a and b named the other way round: c tries a, then its base b, so that
    // b is entered when c comes to it. One chain, b a c d.
    DepthFirstChains chains = chains(derivations("a: b", "c: a b", "d: c"));
    assertThat(chains.lengths()).isEqualTo(Distribution.of(4));
  }

  @Test
  void aSinkWhoseOnlyChainIsAPairIsLeftOut() {
    // f: one pair. g: two pairs. j: a chain of three. k: nothing.
    DepthFirstChains chains = chains(derivations("f: a", "g: a b", "i: h", "j: i", "k:"));
    assertThat(chains.sinks()).isEqualTo(2);
    assertThat(chains.lengths()).isEqualTo(Distribution.of(2, 2, 3));
  }

  @Test
  void circlesEnd() {
    // d to c to b, whose base c is entered: chain b c d. Nothing ends in the circle x y.
    DepthFirstChains chains = chains(derivations("b: c", "c: b", "d: c", "x: y", "y: x"));
    assertThat(chains.lengths()).isEqualTo(Distribution.of(3));
  }

  @Test
  void licensesCountStepByStepInEveryChain() {
    // Chains a c d and b c d.
    DerivationGraph graph = derivations("c: a b", "d: c");
    DepthFirstChains chains =
        DepthFirstChains.of(
            graph, traits(graph.snapshot(), Map.of("a", Set.of("mit"), "c", Set.of("gpl", "mit"))));
    // {mit, gpl, none} and {none, mit, gpl}.
    assertThat(chains.licenses()).isEqualTo(Distribution.of(3, 3));
    LicenseDifferences differences = chains.differences();
    assertThat(differences.total()).isEqualTo(4);
    assertThat(differences.counts())
        .containsEntry(LicenseChange.EXTRA_ADDED, 1L)
        .containsEntry(LicenseChange.ADDED, 1L)
        .containsEntry(LicenseChange.DROPPED, 2L);
    assertThat(differences.changes())
        .containsExactly(
            new LicenseTransition(List.of("gpl", "mit"), List.of(), 2),
            new LicenseTransition(List.of(), List.of("gpl", "mit"), 1),
            new LicenseTransition(List.of("mit"), List.of("gpl", "mit"), 1));
  }

  @Test
  void perDerivationEachStepCountsOnce() {
    DerivationGraph graph = derivations("c: a b", "d: c");
    LicenseDifferences differences =
        LicenseDifferences.alongEdges(
            graph, traits(graph.snapshot(), Map.of("a", Set.of("mit"), "c", Set.of("mit"))));
    // a to c same, b to c added, c to d dropped.
    assertThat(differences.total()).isEqualTo(3);
    assertThat(differences.differing()).isEqualTo(2);
    assertThat(differences.counts()).containsEntry(LicenseChange.DROPPED, 1L);
  }

  @Test
  void whatIsNotCataloguedIsUnknown() {
    DerivationGraph graph =
        DerivationGraph.of(snapshot(List.of(model("b", "gone"), model("c", "b"))));
    LicenseDifferences differences =
        LicenseDifferences.alongEdges(
            graph, traits(graph.snapshot(), Map.of("b", Set.of("mit"), "c", Set.of("mit"))));
    assertThat(differences.counts())
        .containsEntry(LicenseChange.UNKNOWN, 1L)
        .containsEntry(LicenseChange.SAME, 1L);
    assertThat(differences.differing()).isZero();
    assertThat(differences.changes()).isEmpty();
  }
}
