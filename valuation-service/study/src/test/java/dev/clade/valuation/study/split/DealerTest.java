package dev.clade.valuation.study.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.split.Contribution.Character;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DealerTest {
  private static final int COUNT = 400;

  @Test
  void everyImageIsDealtOnceBesideCopiesAndRepetitions() {
    Split split =
        new Dealer(images(), 1)
            .reference(50)
            .noisy(20, 0.3)
            .repetitive(3, 4)
            .honest(3, 0.35)
            .split("game", 0);
    int honest = 0;
    for (int player = 0; player < 3; player++) {
      honest += split.contributions().get(player).images().count();
    }
    assertThat(split.reference().count()).isEqualTo(50);
    assertThat(honest).isEqualTo(COUNT - 50 - 20 - 3);
    assertThat(split.contributions().get(split.player(Character.REPETITIVE)).images().count())
        .isEqualTo(12);
    assertThat(split.contributions().get(split.player(Character.COPY)).images())
        .isSameAs(split.contributions().getFirst().images());
    assertThat(split.images(Coalition.grand(6)).count())
        .isEqualTo(honest + 20 + 12 + split.contributions().getFirst().images().count());
  }

  @Test
  void equalSeedsDealAlikeAndOthersDoNot() {
    assertThat(pixels(1)).isEqualTo(pixels(1)).isNotEqualTo(pixels(2));
  }

  @Test
  void noiseHasItsDeviationWhereNothingIsCut() {
    LabelledImages grey = new LabelledImages(100, 100, filled(10_000, 128), new byte[1]);
    byte[] noisy = Dealer.noisy(grey, 0.1, 1).pixels();
    double squares = 0;
    for (byte pixel : noisy) {
      double deviation = (Byte.toUnsignedInt(pixel) - 128) / 255.0;
      squares += deviation * deviation / noisy.length;
    }
    // Its standard error is .1 / sqrt(20,000).
    assertThat(Math.sqrt(squares)).isBetween(0.097, 0.103);
  }

  @Test
  void moreThanThereIsCannotBeDealt() {
    assertThatThrownBy(() -> new Dealer(images(), 1).reference(COUNT).noisy(1, 0.1))
        .hasMessage("only 0 images are left to deal, not 1");
  }

  private static byte[] pixels(long seed) {
    return new Dealer(images(), seed)
        .noisy(50, 0.2)
        .honest(2, 0.35)
        .split("game")
        .images(Coalition.grand(3))
        .pixels();
  }

  private static LabelledImages images() {
    byte[] pixels = new byte[COUNT];
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      pixels[i] = (byte) i;
      labels[i] = (byte) (i % 10);
    }
    return new LabelledImages(1, 1, pixels, labels);
  }

  private static byte[] filled(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
