package dev.clade.valuation.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoalitionTest {
  @Property
  void bytesReadBackAreTheSameCoalition(
      @ForAll @IntRange(min = 1, max = 64) int players, @ForAll long bits) {
    Coalition coalition = some(players, bits);
    assertThat(Coalition.fromBytes(players, coalition.toBytes())).isEqualTo(coalition);
  }

  @Property
  void complementsShareNobodyAndMissNobody(
      @ForAll @IntRange(min = 1, max = 64) int players, @ForAll long bits) {
    Coalition coalition = some(players, bits);
    assertThat(coalition.members() & coalition.complement().members()).isZero();
    assertThat(coalition.size() + coalition.complement().size()).isEqualTo(players);
    assertThat(coalition.complement().complement()).isEqualTo(coalition);
  }

  @Test
  void bitOfPlayerNineIsTheSecondOfTheSecondByte() {
    assertThat(new Coalition(12, 1L << 9 | 1).toBytes()).containsExactly(0x01, 0x02);
    assertThat(new Coalition(8, 0x81).toBytes()).containsExactly((byte) 0x81);
  }

  @Test
  void endpointsHoldNobodyAndEverybody() {
    assertThat(Coalition.empty(64).players()).isEmpty();
    assertThat(Coalition.grand(64).size()).isEqualTo(64);
    assertThat(Coalition.grand(3).players()).containsExactly(0, 1, 2);
  }

  @Test
  void strangersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Coalition(3, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> new Coalition(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Coalition(65, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coalition.fromBytes(9, new byte[] {1}))
        .withMessage("9 players take 2 bytes, not 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coalition.fromBytes(9, new byte[] {0, 2}));
  }

  private static Coalition some(int players, long bits) {
    return new Coalition(players, bits & Coalition.grand(players).members());
  }
}
