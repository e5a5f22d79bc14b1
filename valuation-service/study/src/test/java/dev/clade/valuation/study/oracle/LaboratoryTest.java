package dev.clade.valuation.study.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.study.data.LabelledImages;
import dev.clade.valuation.study.oracle.Tier.Kind;
import dev.clade.valuation.study.split.Dealer;
import dev.clade.valuation.study.split.Split;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTest {
  private static final Tier SPARSIFIED = new Tier(Kind.SPARSIFIED, 5);
  private static final Recipe RECIPE =
      new Recipe(
          ModelOptions.perceptron(ImageShape.grey(4, 4), 16), 30, 20, 16, 0.004, 0.5, 64, 5, 7);

  private static final Laboratory.Progress UNWATCHED =
      new Laboratory.Progress() {
        @Override
        public void total(int evaluations) {}

        @Override
        public void done() {}
      };

  @TempDir private Path folder;

  @Test
  void threadsDoNotMatterToTheLastBit() throws IOException {
    Laboratory alone = laboratory("alone", 1);
    Laboratory together = laboratory("together", 2);
    for (Laboratory each : List.of(alone, together)) {
      each.evaluate(RECIPE.retrained(), each.everyCoalition(), 0, 2, UNWATCHED);
      each.evaluate(SPARSIFIED, each.interior(), 0, 1, UNWATCHED);
    }
    for (Coalition coalition : alone.everyCoalition()) {
      for (Tier tier : List.of(RECIPE.retrained(), SPARSIFIED)) {
        Evaluation evaluation = new Evaluation(tier, coalition, 0);
        assertThat(utilities(together, evaluation)).isEqualTo(utilities(alone, evaluation));
      }
    }
  }

  @Test
  void whatIsKnownIsNotComputedAgain() throws IOException {
    Laboratory first = laboratory("game", 1);
    first.evaluate(RECIPE.retrained(), first.endpoints(), 0, 1, UNWATCHED);
    List<String> told = new ArrayList<>();
    Laboratory second = laboratory("game", 1);
    second.evaluate(
        RECIPE.retrained(),
        second.everyCoalition(),
        0,
        1,
        new Laboratory.Progress() {
          @Override
          public void total(int evaluations) {
            told.add("of " + evaluations);
          }

          @Override
          public void done() {
            told.add("done");
          }
        });
    // Eight coalitions less the two that are known.
    assertThat(told).containsExactly("of 6", "done", "done", "done", "done", "done", "done");
  }

  @Test
  void endpointsAreRetrainedOnesWhateverTheTier() throws IOException {
    Laboratory laboratory = laboratory("game", 2);
    laboratory.evaluate(RECIPE.retrained(), laboratory.everyCoalition(), 0, 1, UNWATCHED);
    laboratory.evaluate(SPARSIFIED, laboratory.interior(), 0, 1, UNWATCHED);
    UtilityTable retrained = laboratory.table(RECIPE.retrained(), "neg_log_fid", 0, 1);
    UtilityTable sparsified = laboratory.table(SPARSIFIED, "neg_log_fid", 0, 1);
    assertThat(sparsified.coalitionCount()).isEqualTo(8);
    assertThat(sparsified.empty()).isEqualTo(retrained.empty());
    assertThat(sparsified.grand()).isEqualTo(retrained.grand());
    Coalition inner = laboratory.interior().getFirst();
    assertThat(sparsified.mean(inner)).isNotEqualTo(retrained.mean(inner));
  }

  @Test
  void furtherReferencesMeasureTheSameImages() throws IOException {
    Split split = split();
    LabelledImages other = split.reference().relabelled(image -> image % 3);
    Split two =
        new Split(
            split.name(),
            split.reference(),
            new TreeMap<>(Map.of("thirds", other)),
            split.contributions());
    CoalitionOracle oracle = new CoalitionOracle(two, RECIPE, ComputeDevice.open(DeviceChoice.CPU));
    Map<String, Double> utilities =
        oracle.utilities(new Evaluation(RECIPE.retrained(), Coalition.grand(3), 0));
    assertThat(utilities).containsKeys("class_entropy", "thirds.class_entropy");
    assertThat(utilities.get("thirds.class_entropy")).isNotEqualTo(utilities.get("class_entropy"));
  }

  private static Map<String, Double> utilities(Laboratory laboratory, Evaluation evaluation) {
    return laboratory.ledger().row(evaluation).map(Ledger.Row::utilities).orElse(Map.of());
  }

  private Laboratory laboratory(String name, int threads) throws IOException {
    return new Laboratory(
        new CoalitionOracle(split(), RECIPE, ComputeDevice.open(DeviceChoice.CPU)),
        Ledger.open(folder.resolve(name), 3, "a game"),
        threads);
  }

  /** Images that are bright in one of two halves, which is their label. */
  private static Split split() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] pixels = new byte[200 * 16];
    byte[] labels = new byte[200];
    for (int i = 0; i < pixels.length; i++) {
      int image = i / 16;
      labels[image] = (byte) (image % 2);
      boolean bright = i % 16 / 8 == image % 2;
      pixels[i] = (byte) (random.nextInt(100) + (bright ? 150 : 0));
    }
    return new Dealer(new LabelledImages(4, 4, pixels, labels), 1)
        .reference(80)
        .noisy(30, 0.35)
        .honest(2, 1)
        .split("halves");
  }
}
