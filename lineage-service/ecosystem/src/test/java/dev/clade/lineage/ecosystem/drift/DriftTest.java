package dev.clade.lineage.ecosystem.drift;

import static dev.clade.lineage.ecosystem.testing.Graphs.derivations;
import static dev.clade.lineage.ecosystem.testing.Graphs.traits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class DriftTest {
  @Test
  void mutationIsTheMeanJaccardDistance() {
    DerivationGraph graph = derivations("b: a", "c: a", "d: a", "e: a x", "f: b c");
    IntFunction<Set<String>> languages =
        traits(
            graph.snapshot(),
            Map.of(
                "a", Set.of("en", "fr"),
                "b", Set.of("en"),
                "c", Set.of("fr", "en"),
                "d", Set.of("de"),
                "f", Set.of("en", "fr", "de", "es")));
    MutationRate rate = MutationRate.of(graph, languages);
    // a to b 1/2, to c 0, to d 1; b to f 3/4, c to f 1/2; e and x have no language.
    assertThat(rate.edges()).isEqualTo(5);
    assertThat(rate.mutations()).isCloseTo(2.75, within(1e-12));
    assertThat(rate.rate()).isCloseTo(0.55, within(1e-12));
  }

  @Test
  void nothingToTellTheRateFrom() {
    assertThat(MutationRate.of(derivations("b: a"), model -> Set.of()).rate()).isNaN();
  }

  @Test
  void aPlainChangeCountsTwo() {
    DerivationGraph graph = derivations("b: a");
    DriftGraph drift =
        DriftGraph.of(graph, traits(graph.snapshot(), Map.of("a", Set.of("A"), "b", Set.of("B"))));
    assertThat(drift.transitions("A", "B")).isEqualTo(2);
    assertThat(drift.transitions("B", "A")).isZero();
  }

  @Test
  void gainsComeFromAllOfTheBaseAndLossesGoToAllOfTheDerived() {
    DerivationGraph graph = derivations("b: a", "c: a", "d: a");
    DriftGraph drift =
        DriftGraph.of(
            graph,
            traits(
                graph.snapshot(),
                Map.of(
                    "a", Set.of("A", "B"),
                    "b", Set.of("A", "B", "C"),
                    "c", Set.of("B", "D"),
                    "d", Set.of("A", "B"))));
    // To b: C is gained from A and B. To c: D is gained from A and B, A is lost to B and D.
    assertThat(drift.transitions("A", "C")).isEqualTo(1);
    assertThat(drift.transitions("B", "C")).isEqualTo(1);
    assertThat(drift.transitions("A", "D")).isEqualTo(2);
    assertThat(drift.transitions("B", "D")).isEqualTo(1);
    assertThat(drift.transitions("A", "B")).isEqualTo(1);
    assertThat(drift.transitions("B", "A")).isZero();
    assertThat(drift.models("A")).isEqualTo(3);
    assertThat(drift.models("B")).isEqualTo(4);
  }

  @Test
  void withoutAValueOnOneSideNothingDrifts() {
    DerivationGraph graph = derivations("b: a", "c: b");
    DriftGraph drift =
        DriftGraph.of(graph, traits(graph.snapshot(), Map.of("a", Set.of("A"), "c", Set.of("C"))));
    assertThat(drift.transitions("A", "C")).isZero();
    assertThat(drift.top(10)).isEmpty();
  }

  @Test
  void theTopIsByModelsAndHasOnlyWhatDrifts() {
    // A becomes B twice; B becomes C once and C becomes B once, so these two are balanced; other
    // says nothing; E never changes.
    DerivationGraph graph =
        derivations("a2: a1", "a4: a3", "b2: b1", "c2: c1", "o2: o1", "e2: e1", "e3: e1");
    DriftGraph drift =
        DriftGraph.of(
            graph,
            model ->
                switch (graph.snapshot().name(model).id()) {
                  case "a1", "a3" -> Set.of("A");
                  case "a2", "a4", "b1", "c2" -> Set.of("B");
                  case "b2", "c1" -> Set.of("C");
                  case "o1" -> Set.of("other");
                  case "o2" -> Set.of("A");
                  default -> Set.of("E");
                });
    assertThat(drift.transitions("B", "C")).isEqualTo(2);
    assertThat(drift.transitions("C", "B")).isEqualTo(2);
    assertThat(drift.transitions("other", "A")).isEqualTo(2);
    // B four models, A three, C balanced, E without drift.
    assertThat(drift.top(10)).containsExactly("B", "A");
    assertThat(drift.top(1)).containsExactly("B");
  }

  /**
   * A becomes B five times and B becomes A twice: an edge from A to B of net flow 6 among 14
   * transitions. B becomes C once: 2. C becomes A once: 2.
   */
  @Test
  void ordersAreComparedWithFlow() {
    DerivationGraph graph =
        derivations(
            "1b: 1a", "2b: 2a", "3b: 3a", "4b: 4a", "5b: 5a", "6a: 6b", "7a: 7b", "8c: 8b",
            "9a: 9c");
    DriftGraph drift =
        DriftGraph.of(graph, model -> Set.of(graph.snapshot().name(model).id().substring(1)));
    TraitOrder order = TraitOrder.best(drift, List.of("c", "b", "a"), TraitOrder.Goal.NET_FLOW);
    // Of the circle a b c one edge is given up, one of the two light ones; a b c comes before c a
    // b.
    assertThat(order).isEqualTo(new TraitOrder(List.of("a", "b", "c"), 3, 2, 10, 8, 18, 12));
    assertThat(order.edgeShare()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(order.netFlowShare()).isCloseTo(0.8, within(1e-12));
    // Of 10 + 4 + 2 + 2 transitions 10 + 2 agree.
    assertThat(order.transitionShare()).isCloseTo(12 / 18.0, within(1e-12));
    assertThat(TraitOrder.of(drift, List.of("c", "b", "a")))
        .isEqualTo(new TraitOrder(List.of("c", "b", "a"), 3, 1, 10, 2, 18, 6));
  }

  @Test
  void countingEdgesAndWeighingThemCanDiffer() {
    // a to b three times; b to c, c to a, b to d, d to a once each: going round by c and by d.
    DerivationGraph graph =
        derivations("1b: 1a", "2b: 2a", "3b: 3a", "4c: 4b", "5a: 5c", "6d: 6b", "7a: 7d");
    DriftGraph drift =
        DriftGraph.of(graph, model -> Set.of(graph.snapshot().name(model).id().substring(1)));
    List<String> values = List.of("a", "b", "c", "d");
    // Giving up a to b keeps the four others; keeping it gives up two of four.
    TraitOrder byEdges = TraitOrder.best(drift, values, TraitOrder.Goal.EDGES);
    assertThat(byEdges.values()).containsExactly("b", "c", "d", "a");
    assertThat(byEdges.compatibleEdges()).isEqualTo(4);
    assertThat(byEdges.compatibleNetFlow()).isEqualTo(8);
    TraitOrder byFlow = TraitOrder.best(drift, values, TraitOrder.Goal.NET_FLOW);
    assertThat(byFlow.values()).containsExactly("a", "b", "c", "d");
    assertThat(byFlow.compatibleEdges()).isEqualTo(3);
    assertThat(byFlow.compatibleNetFlow()).isEqualTo(10);
  }
}
