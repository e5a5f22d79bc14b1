package dev.clade.embedding.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncoderTest {
  private static final NetworkShape SHAPE =
      Samples.shape(View.CARD, View.TAGS, View.NUMERIC, View.LINEAGE, View.ACTIVITY);
  private final Encoder encoder = new Encoder(Samples.weights(SHAPE, 1));

  /**
   * One hidden unit that adds the inputs (1, 2, 3) to 6, two outputs of 3 and 4 times what GELU
   * makes of it, which is 6 itself: the direction is (0.6, 0.8).
   */
  @Test
  void aViewIsEncodedAsByHand() {
    NetworkShape shape =
        new NetworkShape(
            List.of(View.NUMERIC),
            SHAPE.tables(),
            SHAPE.inputs(),
            new LayerWidths(2, 1, 1, 1, 1, 1),
            List.of(),
            1);
    float[] dense = Samples.zeros(shape);
    EncoderBlocks blocks = new NetworkLayout(shape).encoder(View.NUMERIC);
    for (int input = 0; input < 3; input++) {
      dense[blocks.hidden().offset() + input] = 1;
    }
    dense[blocks.output().offset()] = 3;
    dense[blocks.output().offset() + 1] = 4;

    Encoding encoding =
        new Encoder(new NetworkWeights(shape, dense, Map.of())).encode(Samples.features(), 0);

    assertThat(encoding.view(View.NUMERIC))
        .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
    assertThat(encoding.fused()).containsExactly(new float[] {0.6f, 0.8f}, within(1e-4f));
  }

  @Test
  void vectorsHaveLengthOneAndSharesAddToOne() {
    Encoding encoding = encoder.encode(Samples.features(), 0);

    assertThat(encoding.views()).containsExactlyElementsOf(SHAPE.views());
    assertThat(Samples.length(encoding.view(View.CARD))).isCloseTo(1, within(1e-3));
    assertThat(Samples.length(encoding.fused())).isCloseTo(1, within(1e-3));
    float sum = 0;
    for (float share : encoder.gates()) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1, within(1e-6f));
  }

  /** The second row has no tokens of a card, the third only zeros for numbers. */
  @Test
  void whatSaysNothingIsAbsentWhateverItsMark() {
    assertThat(encoder.encode(Samples.features(), 1).views()).doesNotContain(View.CARD);
    assertThat(encoder.encode(Samples.features(), 2).views()).doesNotContain(View.NUMERIC);
  }

  @Test
  void aViewLeftOutIsAsOneThatIsAbsent() {
    byte withoutTags = (byte) (Samples.ALL & ~(1 << View.TAGS.ordinal()));
    FeatureTable lacking = Samples.features(withoutTags, Samples.ALL, Samples.ALL);

    assertThat(encoder.encode(Samples.features(), 0, Set.of(View.TAGS)).fused())
        .containsExactly(encoder.encode(lacking, 0).fused());
  }

  @Test
  void aRowWithoutAnyViewIsZero() {
    Encoding nothing = encoder.encode(Samples.features((byte) 0, (byte) 0, (byte) 0), 0);

    assertThat(nothing.views()).isEmpty();
    assertThat(nothing.fused()).containsOnly(0);
  }

  @Test
  void aTextIsACardWithNothingElse() {
    Encoding text = encoder.encodeCard(new int[] {1, 7}, new float[] {1, 2});
    Encoding row =
        encoder.encode(
            Samples.features(), 0, Set.of(View.TAGS, View.NUMERIC, View.LINEAGE, View.ACTIVITY));

    assertThat(text.fused()).containsExactly(row.fused());
    assertThat(text.view(View.CARD)).containsExactly(row.view(View.CARD));
  }

  @Test
  void tokensOfAnotherHashAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.encodeCard(new int[] {8}, new float[] {1}))
        .withMessage("tokens must be from 0 to 7; one is 8");
  }

  @Test
  void toANetworkThatReadsNoCardsATextIsNothing() {
    Encoder other = new Encoder(Samples.weights(Samples.shape(View.NUMERIC, View.ACTIVITY), 1));

    Encoding text = other.encodeCard(new int[] {1}, new float[] {1});

    assertThat(text.views()).isEmpty();
    assertThat(text.fused()).containsOnly(0);
  }

  @Test
  void theIdentityIsTheOwnerBesideTheName() {
    NetworkWeights weights = Samples.weights(Samples.shape(View.IDENTITY), 3);
    Encoder identities = new Encoder(weights);

    assertThat(identities.encode(Samples.features(), 0).fused())
        .isNotEqualTo(identities.encode(Samples.features(), 1).fused());
  }
}
