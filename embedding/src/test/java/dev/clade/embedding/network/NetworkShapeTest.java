package dev.clade.embedding.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.feature.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkShapeTest {
  /** The source counts about 25 million numbers in tables and half a million dense weights. */
  @Test
  void theStandardNetworkIsAsLargeAsItsDescription() {
    NetworkShape shape =
        new NetworkShape(
            List.of(View.values()),
            TableSizes.STANDARD,
            new InputWidths(80, 392, 66),
            LayerWidths.STANDARD,
            List.of("pipeline", "library", "license", "model_type"),
            PairOverlap.WIDTH);
    long tables = 0;
    for (TokenTable table : shape.tokenTables()) {
      tables += (long) shape.tables().of(table) * shape.width(table);
    }

    assertThat(tables).isEqualTo(25_165_824);
    assertThat(new NetworkLayout(shape).size()).isBetween(350_000, 500_000);
  }

  @Test
  void viewsAreInTheirOwnOrder() {
    assertThat(Samples.shape(View.ACTIVITY, View.CARD).views())
        .containsExactly(View.CARD, View.ACTIVITY);
    assertThat(NetworkShape.USUAL_VIEWS).hasSize(5).doesNotContain(View.IDENTITY);
  }

  @Test
  void weightsThatDecayComeFirst() {
    NetworkLayout layout = new NetworkLayout(Samples.shape(View.CARD, View.NUMERIC));

    assertThat(layout.pair().offset() + layout.pair().size()).isEqualTo(layout.decayedSize());
    assertThat(layout.encoder(View.NUMERIC).output().offset()).isLessThan(layout.decayedSize());
    assertThat(layout.encoder(View.CARD).hiddenOffsets().offset()).isEqualTo(layout.decayedSize());
    assertThat(layout.gates().offset()).isGreaterThan(layout.decayedSize());
    int next = 0;
    for (Block block : layout.blocks()) {
      assertThat(block.offset()).isEqualTo(next);
      next += block.size();
    }
    assertThat(layout.size()).isEqualTo(next);
  }

  @Test
  void otherFeaturesAreRefused() {
    NetworkShape shape =
        new NetworkShape(
            List.of(View.CARD),
            TableSizes.STANDARD,
            new InputWidths(3, 2, 4),
            LayerWidths.STANDARD,
            List.of(),
            1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape.requireFit(Samples.features()))
        .withMessage("features: the network has 262,144 buckets for CARD; these have 8");
  }

  @Test
  void numbersOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerWidths(0, 1, 1, 1, 1, 1))
        .withMessage("embedding must be from 1 to 4,096; it is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.shape())
        .withMessage("views: there must be at least one");
  }
}
