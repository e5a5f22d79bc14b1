package dev.clade.valuation.worker.contrastive.loss;

import static dev.clade.valuation.worker.contrastive.loss.Cases.ROWS;
import static dev.clade.valuation.worker.contrastive.loss.Cases.VIEWS;
import static dev.clade.valuation.worker.contrastive.loss.Cases.WIDTH;
import static dev.clade.valuation.worker.contrastive.loss.Cases.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is absent, alone or banned takes no part. */
class MaskedLossTest {
  private static final NegativeWeights DEBIASED = new NegativeWeights(0.1, 0.5);

  /** The same hub without any mask: cross entropies of all rows and views. */
  @Test
  void withAllViewsPresentTheMaskedLossIsTheUnmaskedOne() {
    try (PointerScope scope = new PointerScope()) {
      ViewVectors views = Cases.views(input(Cases.vectors()), Cases.everything());
      Tensor targets = torch.arange(new Scalar(ROWS));
      double sum = 0;
      for (int view = 0; view < VIEWS; view++) {
        Tensor own = views.vectors().select(1, view);
        Tensor weighted = views.vectors().mul(tensor(Cases.GATES, VIEWS).view(1, VIEWS, 1));
        Tensor others = ViewVectors.unit(weighted.sum(1).sub(weighted.select(1, view)));
        Tensor logits = own.matmul(others.t()).mul(tensor(new double[] {4}, 1));
        sum += torch.cross_entropy_loss(logits, targets).item_double() / 2;
        sum += torch.cross_entropy_loss(logits.t(), targets).item_double() / 2;
      }

      assertThat(
              Contrast.HUB
                  .loss(
                      views,
                      tensor(new double[ROWS * ROWS], ROWS, ROWS),
                      tensor(new double[] {4}, 1),
                      NegativeWeights.NONE,
                      true)
                  .item_double())
          .isCloseTo(sum / VIEWS, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void theOrderOfTheBatchDoesNotMatter(Contrast contrast) {
    int[] order = {3, 0, 5, 1, 4, 2};
    double[] vectors = new double[ROWS * VIEWS * WIDTH];
    double[] presence = new double[ROWS * VIEWS];
    double[] bans = new double[ROWS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(
          Cases.vectors(), order[row] * VIEWS * WIDTH, vectors, row * VIEWS * WIDTH, VIEWS * WIDTH);
      System.arraycopy(Cases.PRESENT, order[row] * VIEWS, presence, row * VIEWS, VIEWS);
      for (int other = 0; other < ROWS; other++) {
        bans[row * ROWS + other] = Cases.bans()[order[row] * ROWS + order[other]];
      }
    }

    assertThat(loss(contrast, vectors, presence, bans))
        .isCloseTo(loss(contrast, Cases.vectors(), Cases.PRESENT, Cases.bans()), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void anAbsentViewHasNoGradientAtAll(Contrast contrast) {
    double[] gradient =
        GradientsTest.gradient(
            Cases.vectors(), input -> tensorLoss(contrast, input, Cases.PRESENT, Cases.bans()));

    for (int item = 0; item < ROWS * VIEWS; item++) {
      double[] part = Arrays.copyOfRange(gradient, item * WIDTH, (item + 1) * WIDTH);
      if (Cases.PRESENT[item] == 0) {
        assertThat(part).as("item %d", item).containsOnly(0);
      } else {
        assertThat(part).as("item %d", item).doesNotContain(0);
      }
    }
  }

  /** They have nothing to be contrasted with, though others may be contrasted with them. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void rowsOfOneViewAddNothing(Contrast contrast) {
    double[] alone = new double[ROWS * VIEWS];
    for (int row = 0; row < ROWS; row++) {
      alone[row * VIEWS + row % VIEWS] = 1;
    }

    assertThat(loss(contrast, Cases.vectors(), alone, Cases.bans())).isZero();
    assertThat(
            GradientsTest.gradient(
                Cases.vectors(), input -> tensorLoss(contrast, input, alone, Cases.bans())))
        .containsOnly(0);
  }

  /** Row 0 is banned from all others and they from it; the others' loss does not see it. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void bannedPairsHaveNoGradient(Contrast contrast) {
    double[] bans = new double[ROWS * ROWS];
    for (int other = 1; other < ROWS; other++) {
      bans[other] = Masks.OUT;
      bans[other * ROWS] = Masks.OUT;
    }
    double[] moved = Cases.vectors();
    for (int i = VIEWS * WIDTH; i < moved.length; i++) {
      moved[i] = -moved[i] + 0.1;
    }
    double[] before =
        GradientsTest.gradient(
            Cases.vectors(), input -> tensorLoss(contrast, input, Cases.PRESENT, bans));
    double[] after =
        GradientsTest.gradient(moved, input -> tensorLoss(contrast, input, Cases.PRESENT, bans));

    // What row 0 is drawn by are its own views alone, wherever the others are.
    assertThat(Arrays.copyOf(after, VIEWS * WIDTH))
        .containsExactly(Arrays.copyOf(before, VIEWS * WIDTH));
  }

  private static double loss(
      Contrast contrast, double[] vectors, double[] presence, double[] bans) {
    try (PointerScope scope = new PointerScope()) {
      return tensorLoss(contrast, input(vectors), presence, bans).item_double();
    }
  }

  private static Tensor tensorLoss(
      Contrast contrast, Tensor input, double[] presence, double[] bans) {
    return contrast.loss(
        Cases.views(input, presence),
        tensor(bans, ROWS, ROWS),
        tensor(new double[] {4}, 1),
        DEBIASED,
        true);
  }

  private static Tensor input(double[] vectors) {
    return tensor(vectors, vectors.length);
  }
}
