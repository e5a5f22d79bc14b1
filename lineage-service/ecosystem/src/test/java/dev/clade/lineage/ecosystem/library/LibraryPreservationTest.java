package dev.clade.lineage.ecosystem.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.testing.Graphs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryPreservationTest {
  private static final DerivationGraph GRAPH =
      Graphs.derivations("one: base", "two: base", "none: base", "of: two");

  @Test
  void countsDerivationsAndDescendants() {
    Map<String, Set<String>> libraries =
        Map.of(
            "base", Set.of("transformers", "safetensors"),
            "one", Set.of("transformers"),
            "two", Set.of("transformers", "gguf"));
    List<KeptLibrary> kept =
        LibraryPreservation.of(GRAPH, Graphs.traits(GRAPH.snapshot(), libraries));
    assertThat(kept)
        .containsExactly(
            new KeptLibrary("gguf", 0, 0, 1, 1),
            new KeptLibrary("transformers", 2, 2, 2, 1),
            new KeptLibrary("safetensors", 2, 0, 0, 0));
    assertThat(kept.get(0).share()).isNaN();
    assertThat(kept.get(1).share()).isEqualTo(1);
    assertThat(kept.get(2).share()).isZero();
  }

  @Test
  void countsDescendantsOfEachParent() {
    DirectDescendants descendants = DirectDescendants.of(GRAPH);
    assertThat(descendants.derivations()).isEqualTo(4);
    assertThat(descendants.perParent().count()).isEqualTo(2);
    assertThat(descendants.perParent().mean()).isEqualTo(2);
    assertThat(descendants.perParent().max()).isEqualTo(3);
    assertThat(descendants.singleShare()).isEqualTo(0.5);
  }

  @Test
  void librariesAreWhatTheHubNamesAndTagsThatAreSuch() {
    LibraryTags tags = LibraryTags.shipped();
    assertThat(tags.of("peft", List.of("peft", "safetensors", "en", "region:us")))
        .containsExactly("peft", "safetensors");
    assertThat(tags.of("mine", List.of("license:mit"))).containsExactly("mine");
    assertThat(tags.of("", List.of())).isEmpty();
    assertThat(tags.names()).containsEntry("tf", "TensorFlow");
  }
}
