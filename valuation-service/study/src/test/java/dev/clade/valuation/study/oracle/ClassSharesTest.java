package dev.clade.valuation.study.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.study.data.LabelledImages;
import org.junit.jupiter.api.Test;

class ClassSharesTest {
  @Test
  void classesAreSpreadInTheirShares() {
    assertThat(shares(2, 0, 0, 2, 5, 0).spread(6)).containsExactly(0, 0, 0, 2, 2, 5);
    assertThat(shares(1, 0, 0, 0).spread(8)).containsExactly(0, 0, 0, 0, 0, 0, 1, 1);
    assertThat(shares(3, 3).spread(1)).containsExactly(3);
  }

  @Test
  void whoHasNothingGeneratesTheFirstClass() {
    assertThat(shares().spread(2)).containsExactly(0, 0);
  }

  private static ClassShares shares(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return ClassShares.of(new LabelledImages(1, 1, new byte[labels.length], bytes));
  }
}
