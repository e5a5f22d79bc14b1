package dev.clade.lineage.ecosystem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionStudyTest {
  private static final ModelUses USES =
      new ModelUses.Builder()
          .addModel("idle/a")
          .addSpace(List.of("meta/a", "meta/b", "meta/a"))
          .addSpace(List.of("meta/a", "gpt2"))
          .addSpace(List.of())
          .addSpace(List.of("meta/a", "meta/b", "gpt2", "meta/c"))
          .build();

  @Test
  void byModelAndOwner() {
    AdoptionStudy study = AdoptionStudy.of(USES, any -> true, 10);
    assertThat(study.adoption()).isEqualTo(Distribution.of(0, 1, 2, 2, 3));
    assertThat(study.mostUsed())
        .containsExactly(
            new AdoptedModel("meta/a", 3),
            new AdoptedModel("gpt2", 2),
            new AdoptedModel("meta/b", 2),
            new AdoptedModel("meta/c", 1));
    assertThat(study.owners())
        .containsExactly(new Owner("meta", 3, 6, 3, .75), new Owner("", 1, 2, 2, .25));
    // Σ (2i − n − 1)·x over 0, 1, 2, 2, 3 is 14, of 5·8; the top fifth is one model.
    assertThat(study.byModel().gini()).isCloseTo(14 / 40.0, within(1e-15));
    assertThat(study.byModel().topFifth()).isEqualTo(3 / 8.0);
    assertThat(study.byOwner().topTenth()).isEqualTo(.75);
  }

  @Test
  void modelsThatAreUsedTogether() {
    AdoptionStudy all = AdoptionStudy.of(USES, any -> true, 10);
    Neighbors ofGpt2 = all.coUsage().graph().neighbors();
    assertThat(all.coUsage().graph().edgeCount()).isEqualTo(6);
    // gpt2 is the first by name, meta/a the third.
    assertThat(ofGpt2.neighbor(ofGpt2.start(0))).isEqualTo(2);
    assertThat(ofGpt2.weight(ofGpt2.start(0))).isEqualTo(2);
    AdoptionStudy bounded = AdoptionStudy.of(USES, any -> true, 3);
    assertThat(bounded.coUsage().graph().edgeCount()).isEqualTo(2);
    assertThat(bounded.coUsage().groupsLeftOut()).isEqualTo(1);
    assertThat(bounded.coUsage().pairsLeftOut()).isEqualTo(6);
  }

  @Test
  void ofSomeModelsOnly() {
    AdoptionStudy study = AdoptionStudy.of(USES, model -> USES.model(model).startsWith("meta/"), 3);
    assertThat(study.adoption()).isEqualTo(Distribution.of(1, 2, 3));
    assertThat(study.owners()).containsExactly(new Owner("meta", 3, 6, 3, 1));
    assertThat(study.coUsage().groupsLeftOut()).isZero();
  }

  @Test
  void aBoundBelowTwoTiesNothing() {
    assertThatThrownBy(() -> AdoptionStudy.of(USES, any -> true, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("largestGroup must be at least 2; it is 1");
  }
}
