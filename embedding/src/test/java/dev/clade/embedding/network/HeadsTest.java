package dev.clade.embedding.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadsTest {
  private static final NetworkShape SHAPE = Samples.shape(View.NUMERIC);

  /** Both matrices are the identity, the scale is 10, and only the share of names counts, twice. */
  @Test
  void aLinkIsScaledCosinePlusWhatPairsHaveInCommon() {
    float[] dense = Samples.zeros(SHAPE);
    NetworkLayout layout = new NetworkLayout(SHAPE);
    for (int i = 0; i < 4; i++) {
      dense[layout.child().offset() + 5 * i] = 1;
      dense[layout.parent().offset() + 5 * i] = 1;
    }
    dense[layout.linkScale().offset()] = (float) Math.log(10);
    dense[layout.pair().offset() + 1] = 2;
    Heads heads = new Heads(new NetworkWeights(SHAPE, dense, Map.of()));
    float[] pair = new float[PairOverlap.WIDTH];
    new PairOverlap(
            Samples.features(),
            new Relations(
                new long[] {86_400 * 9, 0, 0}, new int[3][0], new int[3], new int[] {0, 1, 2}))
        .write(0, 1, pair, 0);

    // Two of three tags, one of three parts of names, the same owner, nine days.
    assertThat(pair)
        .containsExactly(new float[] {2 / 3f, 1 / 3f, 1, (float) Math.log(10) / 10}, within(1e-6f));
    float[] child = heads.child(new float[] {1, 0, 0, 0});
    float[] parent = heads.parent(new float[] {0.6f, 0.8f, 0, 0});
    assertThat(heads.link(child, parent, pair)).isCloseTo(10 * 0.6 + 2 / 3.0, within(2e-3));
  }

  @Test
  void ownersThatAreNotToldApartAreNotTheSame() {
    float[] pair = new float[PairOverlap.WIDTH];
    new PairOverlap(
            Samples.features(),
            new Relations(new long[3], new int[3][0], new int[3], new int[] {0, 1, 2}))
        .write(2, 2, pair, 0);

    assertThat(pair).containsExactly(1, 1, 0, 0);
  }

  @Test
  void aTaskSeesADirection() {
    Heads heads = new Heads(Samples.weights(SHAPE, 2));

    float[] seen = heads.task(1, new float[] {1, 0, 0, 0});
    assertThat(seen).hasSize(3).isNotEqualTo(heads.task(0, new float[] {1, 0, 0, 0}));
    assertThat(Samples.length(seen)).isCloseTo(1, within(1e-2));
  }
}
