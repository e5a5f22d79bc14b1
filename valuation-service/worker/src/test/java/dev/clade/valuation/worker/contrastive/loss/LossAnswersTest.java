package dev.clade.valuation.worker.contrastive.loss;

import static dev.clade.valuation.worker.contrastive.loss.Cases.CANDIDATES;
import static dev.clade.valuation.worker.contrastive.loss.Cases.CHILDREN;
import static dev.clade.valuation.worker.contrastive.loss.Cases.ROWS;
import static dev.clade.valuation.worker.contrastive.loss.Cases.VIEWS;
import static dev.clade.valuation.worker.contrastive.loss.Cases.WIDTH;
import static dev.clade.valuation.worker.contrastive.loss.Cases.series;
import static dev.clade.valuation.worker.contrastive.loss.Cases.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.fixture.Answers;
import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each loss against its definition, worked out number by number in {@code contrastive_answers.py}.
 */
class LossAnswersTest {
  private static final double EXACT = 1e-9;

  private final Answers answers = Answers.read(getClass(), "contrastive_answers.txt");
  private final PointerScope scope = new PointerScope();
  private final Tensor scale = tensor(new double[] {4}, 1);

  LossAnswersTest() throws IOException {}

  @AfterEach
  void free() {
    scope.close();
  }

  @ParameterizedTest
  @CsvSource({
    "hub, HUB, 0, 0, true",
    "hubByRows, HUB, 0, 0, false",
    "hubDebiased, HUB, 0.1, 0, true",
    "hubHard, HUB, 0.05, 1, true",
    "hubLeast, HUB, 0.5, 0, true",
    "pairs, PAIRS, 0, 0, true",
    "decoupled, DECOUPLED, 0, 0, true"
  })
  void viewsAreContrastedAsDefined(
      String name, Contrast contrast, double share, double hardness, boolean equalViews) {
    assertThat(
            contrast
                .loss(
                    views(Cases.PRESENT),
                    tensor(Cases.bans(), ROWS, ROWS),
                    scale,
                    new NegativeWeights(share, hardness),
                    equalViews)
                .item_double())
        .isCloseTo(answers.value(name), within(EXACT));
  }

  @Test
  void withAllViewsPresentNothingIsMasked() {
    assertThat(
            Contrast.HUB
                .loss(
                    views(Cases.everything()),
                    tensor(Cases.bans(), ROWS, ROWS),
                    scale,
                    NegativeWeights.NONE,
                    true)
                .item_double())
        .isCloseTo(answers.value("hubOfAll"), within(EXACT));
  }

  /** Weights that hardly weigh go another way through the same numbers. */
  @Test
  void negativesThatHardlyCountOtherwiseCountTheSame() {
    assertThat(
            Contrast.HUB
                .loss(
                    views(Cases.PRESENT),
                    tensor(Cases.bans(), ROWS, ROWS),
                    scale,
                    new NegativeWeights(1e-15, 0),
                    true)
                .item_double())
        .isCloseTo(answers.value("hub"), within(EXACT));
  }

  @Test
  void labelsAreContrastedAsDefined() {
    Tensor seen = ViewVectors.unit(tensor(series(ROWS * WIDTH, 11), ROWS, WIDTH));

    assertThat(
            SupervisedContrast.loss(seen, Tensor.create(Cases.LABELS, ROWS), scale).item_double())
        .isCloseTo(answers.value("supervised"), within(EXACT));
  }

  @Test
  void linksAreContrastedAsDefined() {
    Tensor children = ViewVectors.unit(tensor(series(CHILDREN * WIDTH, 23), CHILDREN, WIDTH));
    Tensor candidates = ViewVectors.unit(tensor(series(CANDIDATES * WIDTH, 31), CANDIDATES, WIDTH));

    assertThat(
            Cases.link()
                .loss(children, candidates, scale, tensor(new double[] {0.7, -0.4}, 2))
                .item_double())
        .isCloseTo(answers.value("link"), within(EXACT));
  }

  @Test
  void regularizersAreAsDefined() {
    ViewVectors views = views(Cases.PRESENT);
    Tensor fused = views.fused();

    assertThat(Regularizers.alignment(views).item_double())
        .isCloseTo(answers.value("alignment"), within(EXACT));
    assertThat(Regularizers.uniformity(fused).item_double())
        .isCloseTo(answers.value("uniformity"), within(EXACT));
    assertThat(Regularizers.variance(fused).item_double())
        .isCloseTo(answers.value("variance"), within(EXACT));
    assertThat(Regularizers.covariance(fused).item_double())
        .isCloseTo(answers.value("covariance"), within(EXACT));
  }

  @Test
  void driftIsOfRowsThatWereThereBefore() {
    double[] before = series(ROWS * WIDTH, 59);
    Arrays.fill(before, WIDTH, 2 * WIDTH, 0);
    Arrays.fill(before, 4 * WIDTH, 5 * WIDTH, 0);

    assertThat(
            Regularizers.drift(views(Cases.PRESENT).fused(), tensor(before, ROWS, WIDTH))
                .item_double())
        .isCloseTo(answers.value("drift"), within(EXACT));
  }

  private static ViewVectors views(double[] presence) {
    return Cases.views(tensor(Cases.vectors(), (long) ROWS * VIEWS * WIDTH), presence);
  }
}
