package dev.clade.lineage.ecosystem.structure;

import static dev.clade.lineage.ecosystem.testing.Graphs.derivations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.statistics.Distribution;
import org.junit.jupiter.api.Test;

class LongestChainsTest {
  @Test
  void eachSinkCountsOnce() {
    // To d: a b c d is longer than a c d and h c d. To f: e f. The model g is no chain.
    assertThat(LongestChains.of(derivations("b: a", "c: a b h", "d: c", "f: e", "g:")).lengths())
        .isEqualTo(Distribution.of(4, 2));
  }

  @Test
  void aCircleIsOneModel() {
    // a, then b and c as one, then d or e.
    assertThat(LongestChains.of(derivations("b: a c", "c: b", "d: c", "e: b")).lengths())
        .isEqualTo(Distribution.of(3, 3));
  }

  @Test
  void aCircleThatNothingStemsFromIsASink() {
    assertThat(LongestChains.of(derivations("b: a c", "c: a b")).lengths())
        .isEqualTo(Distribution.of(2));
  }
}
