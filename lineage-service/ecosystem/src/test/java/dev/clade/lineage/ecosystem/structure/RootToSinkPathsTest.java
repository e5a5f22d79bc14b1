package dev.clade.lineage.ecosystem.structure;

import static dev.clade.lineage.ecosystem.testing.Graphs.derivations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.statistics.Distribution;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RootToSinkPathsTest {
  @Test
  void everyPathCounts() {
    // a b c d, a c d, h c d; e f. The model g is no path.
    assertThat(RootToSinkPaths.of(derivations("b: a", "c: a b h", "d: c", "f: e", "g:")).lengths())
        .isEqualTo(Distribution.of(4, 3, 3, 2));
  }

  @Test
  void aCircleIsOneModel() {
    // a, then b and c as one, then d or e.
    assertThat(RootToSinkPaths.of(derivations("b: a c", "c: b", "d: c", "e: b")).lengths())
        .isEqualTo(Distribution.of(3, 3));
  }

  @Test
  void pathsIntoACircleByDifferentDerivationsDiffer() {
    // a leads to b and to c, which are each other's bases and end there.
    assertThat(RootToSinkPaths.of(derivations("b: a c", "c: a b")).lengths())
        .isEqualTo(Distribution.of(2, 2));
  }

  @Test
  void aCircleByItselfHasNoPath() {
    assertThat(RootToSinkPaths.of(derivations("b: c", "c: b")).lengths())
        .isEqualTo(Distribution.empty());
  }

  @Test
  void morePathsThanALongHolds() {
    // Seventy times in a row two models are merged into one: 2⁷⁰ paths of 141 models.
    String[] models = new String[3 * 70];
    for (int i = 0; i < 70; i++) {
      models[3 * i] = "l%d: m%d".formatted(i, i);
      models[3 * i + 1] = "r%d: m%d".formatted(i, i);
      models[3 * i + 2] = "m%d: l%d r%d".formatted(i + 1, i, i);
    }
    Distribution lengths = RootToSinkPaths.of(derivations(models)).lengths();
    assertThat(lengths.total()).isEqualTo(BigInteger.TWO.pow(70));
    assertThat(lengths.min()).isEqualTo(141);
    assertThat(lengths.max()).isEqualTo(141);
  }
}
