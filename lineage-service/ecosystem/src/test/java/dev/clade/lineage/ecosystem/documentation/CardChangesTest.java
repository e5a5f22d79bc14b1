package dev.clade.lineage.ecosystem.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.documentation.CardChanges.Change;
import dev.clade.lineage.ecosystem.testing.Graphs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardChangesTest {
  private static final Card WRITTEN = new Card(100, false);
  private static final Card GENERATED = new Card(50, true);

  @Test
  void readsATextByTheStudysRules() {
    assertThat(Card.of("This card was Automatically\u00a0generated"))
        .isEqualTo(new Card(37, false));
    assertThat(Card.of("AUTOMATICALLY GENERATED")).isEqualTo(new Card(23, true));
    assertThat(Card.of("generated automatically").automatic()).isTrue();
    assertThat(Card.of("\ud83e\udd17")).isEqualTo(new Card(1, false));
    assertThat(Card.of("abc").isThere()).isFalse();
    assertThat(Card.of("abcd").isThere()).isTrue();
  }

  @Test
  void countsCardsThatAreThere() {
    CardCounts counts = CardCounts.of(List.of(WRITTEN, GENERATED, Card.NONE, new Card(3, true)));
    assertThat(counts.share()).isEqualTo(0.5);
    assertThat(counts.automaticShare()).isEqualTo(0.5);
    assertThat(counts.lengths().mean()).isEqualTo(75);
  }

  @Test
  void comparesBasesWithWhatWasDerived() {
    DerivationGraph graph = Graphs.derivations("some: base", "none: base", "unknown: base");
    Map<String, Card> cards = Map.of("base", WRITTEN, "some", GENERATED, "none", Card.NONE);
    Map<String, Set<String>> languages =
        Map.of("base", Set.of("de", "en"), "unknown", Set.of("en"));
    CardChanges changes =
        CardChanges.of(
            graph,
            node -> Optional.ofNullable(cards.get(graph.snapshot().name(node).id())),
            Graphs.traits(graph.snapshot(), languages));
    assertThat(changes)
        .isEqualTo(
            new CardChanges(
                new Change(2, 1, 0.5),
                new Change(1, 0, 1),
                new Change(1, 100, 50),
                new Change(1, 2, 1)));
    assertThat(changes.card().difference()).isEqualTo(-0.5);
  }
}
