package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsFormatTest {
  private static final String ORIGIN = "everybody of imageSets/größer";
  private static final ModelOptions PERCEPTRON = Models.perceptron(0, PredictionTarget.IMAGE);
  private static final ModelOptions UNET =
      new Denoiser.OfConvolutions(8).model(ImageShape.grey(8, 8));

  @Test
  void weightsComeBackAsTheyWere() {
    for (ModelOptions options : List.of(PERCEPTRON, UNET)) {
      for (TrainedWeights weights :
          List.of(Models.untrained(options), Models.untrained(options).pruned(0.5))) {
        TrainedWeights read =
            WeightsFormat.decode(WeightsFormat.encode(weights, ORIGIN), options, ORIGIN);

        assertThat(read.options()).isEqualTo(options);
        assertThat(read.widths()).isEqualTo(weights.widths());
        assertThat(read.weights()).isEqualTo(weights.weights());
      }
    }
  }

  /** Each place is counted by hand from the description of the format. */
  @Test
  void theBytesAreThoseThatAreDescribed() throws Exception {
    TrainedWeights weights = Models.untrained(PERCEPTRON);
    float[] values = new float[weights.parameterCount()];
    values[0] = 1.5f;
    byte[] content = WeightsFormat.encode(weights.withWeights(values), "me");
    int options = PERCEPTRON.toString().getBytes(StandardCharsets.UTF_8).length;

    assertThat(new String(content, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("CLADEWTS");
    assertThat(Arrays.copyOfRange(content, 8, 12)).containsExactly(1, 0, 0, 0);
    assertThat(Arrays.copyOfRange(content, 12, 14))
        .containsExactly(options & 0xFF, options >> 8 & 0xFF);
    int origin = 16 + options;
    assertThat(Arrays.copyOfRange(content, origin, origin + 6))
        .containsExactly(2, 0, 0, 0, 'm', 'e');
    // One group of 32 hidden units.
    assertThat(Arrays.copyOfRange(content, origin + 6, origin + 14))
        .containsExactly(1, 0, 0, 0, 32, 0, 0, 0);
    // 1.5 is 0x3FC00000.
    assertThat(Arrays.copyOfRange(content, origin + 18, origin + 22))
        .containsExactly(0, 0, 0xC0, 0x3F);
    assertThat(content).hasSize(origin + 18 + 4 * values.length + 32);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(content, 0, content.length - 32);
    assertThat(Arrays.copyOfRange(content, content.length - 32, content.length))
        .isEqualTo(sha.digest());
  }

  @Test
  void anyChangedByteIsNoticed() {
    byte[] content = WeightsFormat.encode(Models.untrained(PERCEPTRON), ORIGIN);
    for (int place = 0; place < content.length; place += 1 + place / 100) {
      byte[] damaged = content.clone();
      damaged[place] ^= 0x10;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WeightsFormat.decode(damaged, PERCEPTRON, ORIGIN));
    }
    byte[] last = content.clone();
    last[last.length - 40] ^= 1;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFormat.decode(last, PERCEPTRON, ORIGIN))
        .withMessage("the weights are damaged: their checksum is another");
  }

  @Test
  void aContentThatIsCutIsRefusedWhereverItIsCut() {
    byte[] content = WeightsFormat.encode(Models.untrained(PERCEPTRON), ORIGIN);
    for (int length = 0; length < content.length; length += 1 + length / 50) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WeightsFormat.decode(cut, PERCEPTRON, ORIGIN));
    }
  }

  @Test
  void whatIsOfAnotherModelOrTrainingIsRefused() {
    byte[] content = WeightsFormat.encode(Models.untrained(PERCEPTRON), ORIGIN);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFormat.decode(content, UNET, ORIGIN))
        .withMessageStartingWith("the weights are of another model: ModelOptions[")
        .withMessageContaining("and not " + UNET);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightsFormat.decode(content, PERCEPTRON, "nobody"))
        .withMessage("the weights come of another training: %s and not nobody".formatted(ORIGIN));
  }
}
