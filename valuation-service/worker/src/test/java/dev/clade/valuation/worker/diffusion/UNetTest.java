package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class UNetTest {
  @Test
  void headsAndGroupsDivideTheChannels() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UNet(32, List.of(1), 1, List.of(), 5, 8))
        .withMessage("channelsPerHead must divide the channels, 32; it is 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UNet(32, List.of(1), 1, List.of(), 8, 0))
        .withMessage("channelsPerGroup must divide the channels, 32; it is 0");
  }

  @Test
  void attentionIsAtALevelThatIsThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UNet(32, List.of(1, 2), 1, List.of(2), 8, 8))
        .withMessage("attentionLevels must be from 0 to 1; it is 2");
  }

  @Test
  void imagesCanBeHalvedFromLevelToLevel() {
    UNet three = new UNet(32, List.of(1, 2, 2), 1, List.of(), 8, 8);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelOptions.unet(ImageShape.grey(8, 6), three))
        .withMessage("width and height must be multiples of 4 for 3 levels; they are 8 and 6");
  }
}
