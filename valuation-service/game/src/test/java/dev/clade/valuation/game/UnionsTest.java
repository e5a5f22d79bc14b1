package dev.clade.valuation.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnionsTest {
  private static final Unions UNIONS =
      new Unions(
          List.of(new Coalition(5, 0b00101), new Coalition(5, 0b01000), new Coalition(5, 0b10010)));

  @Test
  void wholeUnionsAreTheirPlayersAndBack() {
    Coalition players = UNIONS.players(new Coalition(3, 0b101));
    assertThat(players).isEqualTo(new Coalition(5, 0b10111));
    assertThat(UNIONS.whole(players)).contains(new Coalition(3, 0b101));
    assertThat(UNIONS.whole(new Coalition(5, 0b00100))).isEmpty();
  }

  @Test
  void membersOfOneUnionAreThereWithAllOthersAndBack() {
    Coalition players = UNIONS.inside(2, new Coalition(2, 0b10));
    assertThat(players).isEqualTo(new Coalition(5, 0b11101));
    assertThat(UNIONS.within(2, players)).contains(new Coalition(2, 0b10));
    assertThat(UNIONS.within(0, players)).isEmpty();
  }

  @Test
  void whatIsNoPartitionIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Unions(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Unions(List.of(new Coalition(3, 3), new Coalition(3, 6))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Unions(List.of(new Coalition(3, 3))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Unions(List.of(new Coalition(3, 7), new Coalition(3, 0))));
  }
}
