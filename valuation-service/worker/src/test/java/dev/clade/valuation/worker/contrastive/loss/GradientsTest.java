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

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of each loss against differences of its values, with 64 bits. */
class GradientsTest {
  private static final double STEP = 1e-6;

  static Stream<Arguments> losses() {
    int views = ROWS * VIEWS * WIDTH;
    int pairs = CHILDREN * WIDTH;
    Map<String, UnaryOperator<Tensor>> ofViews =
        Map.of(
            "hub", contrast(Contrast.HUB, NegativeWeights.NONE, true),
            "hub by rows", contrast(Contrast.HUB, NegativeWeights.NONE, false),
            "hub, debiased", contrast(Contrast.HUB, new NegativeWeights(0.1, 0), true),
            "hub, hard", contrast(Contrast.HUB, new NegativeWeights(0.05, 1), true),
            "pairs", contrast(Contrast.PAIRS, NegativeWeights.NONE, true),
            "decoupled", contrast(Contrast.DECOUPLED, NegativeWeights.NONE, true),
            "alignment", input -> Regularizers.alignment(present(input)),
            "uniformity", input -> Regularizers.uniformity(present(input).fused()),
            "variance", input -> Regularizers.variance(present(input).fused()),
            "covariance", input -> Regularizers.covariance(present(input).fused()));
    return Stream.concat(
        ofViews.entrySet().stream()
            .map(loss -> Arguments.of(loss.getKey(), Cases.vectors(), loss.getValue())),
        Stream.of(
            loss("scale", new double[] {1.3}, GradientsTest::scale),
            loss("gates", Cases.GATES, GradientsTest::gates),
            loss("drift", Cases.vectors(), input -> drift(input, views)),
            loss("labels", series(ROWS * WIDTH, 11), GradientsTest::labels),
            loss("children", series(pairs, 23), GradientsTest::children),
            loss("candidates", series(CANDIDATES * WIDTH, 31), GradientsTest::candidates),
            loss("pairs in common", new double[] {0.7, -0.4}, GradientsTest::shares)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void theGradientIsThatOfDifferences(String name, double[] start, UnaryOperator<Tensor> loss) {
    double[] gradient = gradient(start, loss);
    for (int i = 0; i < start.length; i++) {
      double difference = (at(start, i, STEP, loss) - at(start, i, -STEP, loss)) / (2 * STEP);
      assertThat(gradient[i]).as("%s, number %d", name, i).isCloseTo(difference, within(2e-8));
    }
  }

  /** Returns the gradient of a loss at some numbers. */
  static double[] gradient(double[] start, UnaryOperator<Tensor> loss) {
    try (PointerScope scope = new PointerScope()) {
      Tensor input = tensor(start, start.length).requires_grad_(true);
      loss.apply(input).backward();
      return Cases.fetch(input.grad());
    }
  }

  private static double at(double[] start, int place, double step, UnaryOperator<Tensor> loss) {
    try (PointerScope scope = new PointerScope()) {
      double[] moved = start.clone();
      moved[place] += step;
      return loss.apply(tensor(moved, moved.length)).item_double();
    }
  }

  private static Arguments loss(String name, double[] start, UnaryOperator<Tensor> loss) {
    return Arguments.of(name, start, loss);
  }

  private static UnaryOperator<Tensor> contrast(
      Contrast contrast, NegativeWeights weights, boolean equalViews) {
    return input ->
        contrast.loss(
            present(input),
            tensor(Cases.bans(), ROWS, ROWS),
            tensor(new double[] {4}, 1),
            weights,
            equalViews);
  }

  private static ViewVectors present(Tensor input) {
    return Cases.views(input, Cases.PRESENT);
  }

  private static Tensor scale(Tensor logarithm) {
    return Contrast.HUB.loss(
        present(tensor(Cases.vectors(), (long) ROWS * VIEWS * WIDTH)),
        tensor(Cases.bans(), ROWS, ROWS),
        logarithm.exp(),
        new NegativeWeights(0.1, 0.5),
        true);
  }

  private static Tensor gates(Tensor gates) {
    ViewVectors views = present(tensor(Cases.vectors(), (long) ROWS * VIEWS * WIDTH));
    return Contrast.HUB.loss(
        new ViewVectors(views.vectors(), views.presence(), gates.softmax(0)),
        tensor(Cases.bans(), ROWS, ROWS),
        tensor(new double[] {4}, 1),
        NegativeWeights.NONE,
        true);
  }

  private static Tensor drift(Tensor input, int seed) {
    return Regularizers.drift(
        present(input).fused(), tensor(series(ROWS * WIDTH, seed), ROWS, WIDTH));
  }

  private static Tensor labels(Tensor input) {
    return SupervisedContrast.loss(
        ViewVectors.unit(input.view(ROWS, WIDTH)),
        Tensor.create(Cases.LABELS, ROWS),
        tensor(new double[] {4}, 1));
  }

  private static Tensor children(Tensor input) {
    return link(
        input,
        tensor(series(CANDIDATES * WIDTH, 31), (long) CANDIDATES * WIDTH),
        tensor(new double[] {0.7, -0.4}, 2));
  }

  private static Tensor candidates(Tensor input) {
    return link(
        tensor(series(CHILDREN * WIDTH, 23), (long) CHILDREN * WIDTH),
        input,
        tensor(new double[] {0.7, -0.4}, 2));
  }

  private static Tensor shares(Tensor input) {
    return link(
        tensor(series(CHILDREN * WIDTH, 23), (long) CHILDREN * WIDTH),
        tensor(series(CANDIDATES * WIDTH, 31), (long) CANDIDATES * WIDTH),
        input);
  }

  private static Tensor link(Tensor children, Tensor candidates, Tensor shares) {
    return Cases.link()
        .loss(
            ViewVectors.unit(children.view(CHILDREN, WIDTH)),
            ViewVectors.unit(candidates.view(CANDIDATES, WIDTH)),
            tensor(new double[] {4}, 1),
            shares);
  }
}
