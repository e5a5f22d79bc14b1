package dev.clade.valuation.worker.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.valuation.worker.contrastive.loss.Contrast;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastiveTrainerTest {
  private static final int ROWS = 90;
  private static final TrainingSet SET = Hub.draw(ROWS, 1);
  private static final NetworkWeights START = ContrastiveTrainer.untrained(Hub.shape(), 1);
  private static final ContrastivePlan PLAN =
      new ContrastivePlan(6, 32, 5e-3, 0.05, 0.34, 3, Dropout.STANDARD, LossOptions.STANDARD);

  private final ContrastiveTrainer trainer =
      new ContrastiveTrainer(ComputeDevice.open(DeviceChoice.CPU));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Contrast.class)
  void twoTrainingsAreEqualToTheBit(Contrast contrast) {
    ContrastivePlan plan =
        new ContrastivePlan(
            2, 32, 5e-3, 0.05, 0, 3, Dropout.STANDARD, LossOptions.STANDARD.with(contrast));

    assertSame(
        trainer.train(START, SET, plan, 7, TrainingHooks.NONE).weights(),
        trainer.train(START, SET, plan, 7, TrainingHooks.NONE).weights());
  }

  @Test
  void anotherSeedGivesOtherWeights() {
    ContrastivePlan plan = shorter(1);

    assertThat(trainer.train(START, SET, plan, 8, TrainingHooks.NONE).weights().dense())
        .isNotEqualTo(trainer.train(START, SET, plan, 7, TrainingHooks.NONE).weights().dense());
  }

  @Test
  void trainingLowersEveryLossAndBringsKindsTogether() {
    List<EpochReport> reports = new ArrayList<>();
    ContrastivePlan plan =
        new ContrastivePlan(30, 32, 5e-3, 0.05, 0.1, 3, Dropout.STANDARD, LossOptions.STANDARD);

    TrainedEmbedding trained =
        trainer.train(START, SET, plan, 7, hooks(Optional.empty(), reports, () -> false));

    LossMeans first = reports.get(3).losses();
    LossMeans last = reports.getLast().losses();
    assertThat(last.contrast()).isLessThan(first.contrast());
    assertThat(last.labels()).isLessThan(first.labels());
    assertThat(last.links()).isLessThan(first.links());
    assertThat(last.contrastShare()).isBetween(0.7, 1.0);
    assertThat(neighboursOfOneKind(trained))
        .isGreaterThan(
            neighboursOfOneKind(new TrainedEmbedding(START, SET.features(), 0, trained.score(), 0))
                + 0.1);
    assertThat(reports).hasSize(30).noneMatch(report -> report.diverged() > 0);
    Health health = reports.getLast().health();
    assertThat(health.gates().values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-6));
    assertThat(health.effectiveRank()).isBetween(1.0, 16.0);
    assertThat(health.alignment()).isBetween(0.0, 4.0);
    assertThat(health.largestGap()).isBetween(0.0, 2.0);
  }

  /** Killed after every so many steps and taken up again, until it ends. */
  @Test
  void aTrainingThatIsKilledOverAndOverEndsAsIfItHadNotBeen() {
    TrainedEmbedding whole =
        trainer.train(START, SET, PLAN, 7, refreshing(TrainingCheckpoints.NONE, () -> false));
    TrainingCheckpoints file = new CheckpointFile(folder.resolve("state"));
    int kills = 0;
    TrainedEmbedding pieces = null;
    while (pieces == null) {
      AtomicInteger steps = new AtomicInteger();
      try {
        pieces =
            trainer.train(START, SET, PLAN, 7, refreshing(file, () -> steps.incrementAndGet() > 4));
      } catch (TrainingCancelledException e) {
        kills++;
      }
    }

    assertThat(kills).isGreaterThan(3);
    assertThat(pieces.epochs()).isEqualTo(whole.epochs());
    assertThat(pieces.score()).isEqualTo(whole.score());
    assertThat(pieces.features().lineage().values())
        .containsExactly(whole.features().lineage().values());
    assertSame(pieces.weights(), whole.weights());
  }

  @Test
  void betweenTheRoundsTheLineageViewIsMadeAnewOnce() {
    List<float[]> asked = new ArrayList<>();
    DenseRows ones = new DenseRows(Hub.INPUTS.lineage(), ones(ROWS * Hub.INPUTS.lineage()));
    TrainedEmbedding trained =
        trainer.train(
            START,
            SET,
            PLAN,
            7,
            new TrainingHooks(
                Optional.of(
                    fused -> {
                      asked.add(fused);
                      return ones;
                    }),
                Optional.empty(),
                TrainingCheckpoints.NONE,
                report -> {},
                () -> false));

    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst()).hasSize(ROWS * 16);
    assertThat(trained.features().lineage()).isEqualTo(ones);
  }

  /** Scores are 1, 3, 2, 2, 2, ...: the best weights are those of the second validation. */
  @Test
  void aTrainingEndsWhenItGetsNoBetterAndGivesTheBestWeights() {
    AtomicInteger asked = new AtomicInteger();
    List<float[]> dense = new ArrayList<>();
    ContrastivePlan plan =
        new ContrastivePlan(20, 32, 5e-3, 0.05, 0.1, 3, Dropout.STANDARD, LossOptions.STANDARD);

    TrainedEmbedding trained =
        trainer.train(
            START,
            SET,
            plan,
            7,
            hooks(
                Optional.of(
                    (weights, fused) -> {
                      dense.add(weights.dense());
                      return asked.incrementAndGet() == 2 ? 3 : Math.min(2, asked.get());
                    }),
                new ArrayList<>(),
                () -> false));

    // Two epochs of the first round, two validations, and three that were no better.
    assertThat(trained.epochs()).isEqualTo(2 + 2 + 3);
    assertThat(trained.score()).hasValue(3);
    assertThat(trained.weights().dense()).containsExactly(dense.get(1));
  }

  @Test
  void whatIsNotFiniteGoesBackAndDrawsOtherNumbers() {
    AtomicInteger asked = new AtomicInteger();
    List<EpochReport> reports = new ArrayList<>();

    TrainedEmbedding trained =
        trainer.train(
            START,
            SET,
            PLAN,
            7,
            hooks(
                Optional.of((weights, fused) -> asked.incrementAndGet() == 2 ? Double.NaN : 1),
                reports,
                () -> false));

    assertThat(trained.diverged()).isEqualTo(1);
    assertThat(trained.epochs()).isEqualTo(6);
    assertThat(reports.getLast().diverged()).isEqualTo(1);
    // The third epoch was kept, so the fourth alone came again.
    assertThat(reports.stream().map(EpochReport::epoch)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void whatIsNeverFiniteIsGivenUp() {
    TrainingSet bad = Hub.draw(ROWS, 2);
    Arrays.fill(bad.features().numeric().values(), Float.NaN);

    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> trainer.train(START, bad, PLAN, 7, TrainingHooks.NONE))
        .withMessage("the training diverged: its gradient was not finite at step 0");
  }

  @Test
  void theStateOfAnotherTrainingIsRefused() {
    TrainingHooks hooks = TrainingHooks.NONE.with(new CheckpointFile(folder.resolve("state")));
    trainer.train(START, SET, shorter(1), 7, hooks);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.train(START, SET, shorter(1), 8, hooks))
        .withMessageContaining("of a training with other features, options, weights or seed");
  }

  @Test
  void aDamagedStateIsRefused() throws IOException {
    Path file = folder.resolve("state");
    TrainingHooks hooks = TrainingHooks.NONE.with(new CheckpointFile(file));
    trainer.train(START, SET, shorter(1), 7, hooks);
    byte[] good = Files.readAllBytes(file);
    assertThat(trainer.train(START, SET, shorter(1), 7, hooks).epochs()).isEqualTo(1);
    for (int place = 0; place < good.length; place += 997) {
      byte[] bad = good.clone();
      bad[place] ^= 16;
      Files.write(file, bad);
      assertThatIllegalArgumentException()
          .as("byte %d", place)
          .isThrownBy(() -> trainer.train(START, SET, shorter(1), 7, hooks));
    }
    Files.write(file, Arrays.copyOf(good, good.length / 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.train(START, SET, shorter(1), 7, hooks));
  }

  @Test
  void vectorsThatAreServedHoldNewOnesNear() {
    float[] served = trainer.encode(START, SET.features());
    TrainingSet anchored =
        new TrainingSet(
            SET.features(),
            SET.labels(),
            SET.relations(),
            SET.pairs(),
            SET.rows(),
            Optional.of(new PreviousVectors(16, served)));
    LossOptions strong =
        new LossOptions(
            Contrast.HUB, true, OptionalDouble.empty(), 0, 0.5, 0.5, 20, Regularization.NONE);

    ContrastivePlan plan =
        new ContrastivePlan(12, 32, 5e-3, 0.05, 0.34, 3, Dropout.NONE, LossOptions.STANDARD);

    assertThat(
            drift(served, trainer.train(START, anchored, plan.with(strong), 7, TrainingHooks.NONE)))
        .isLessThan(drift(served, trainer.train(START, SET, plan, 7, TrainingHooks.NONE)) / 2);
  }

  @Test
  void aNetworkOfOtherTasksIsRefused() {
    TrainingSet unlabelled =
        TrainingSet.of(SET.features(), List.of(), SET.relations(), SET.pairs());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.train(START, unlabelled, PLAN, 7, TrainingHooks.NONE))
        .withMessage("labels: the network has heads for [kind, half]; these are []");
  }

  /** The baseline of a single view learns from labels and links, as nothing can be contrasted. */
  @Test
  void aSingleViewIsTrainedToo() {
    NetworkWeights tags = ContrastiveTrainer.untrained(Hub.shape(View.TAGS), 1);
    List<EpochReport> reports = new ArrayList<>();
    ContrastivePlan plan =
        new ContrastivePlan(10, 32, 5e-3, 0.05, 0, 3, Dropout.STANDARD, LossOptions.STANDARD);

    trainer.train(tags, SET, plan, 7, hooks(Optional.empty(), reports, () -> false));

    assertThat(reports).allMatch(report -> report.losses().contrast() == 0);
    assertThat(reports.getLast().losses().labels())
        .isLessThan(reports.getFirst().losses().labels());
  }

  private static TrainingHooks refreshing(TrainingCheckpoints checkpoints, BooleanSupplier stop) {
    return new TrainingHooks(
        Optional.of(ContrastiveTrainerTest::lineage),
        Optional.of((weights, fused) -> -Math.abs(fused[3] - 0.1)),
        checkpoints,
        report -> {},
        stop);
  }

  private static DenseRows lineage(float[] fused) {
    int width = Hub.INPUTS.lineage();
    float[] rows = new float[ROWS * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = fused[i / width * 16 + i % width];
    }
    return new DenseRows(width, rows);
  }

  private static TrainingHooks hooks(
      Optional<Validation> validation, List<EpochReport> reports, BooleanSupplier stop) {
    return new TrainingHooks(Optional.empty(), validation, new KeptInMemory(), reports::add, stop);
  }

  private static ContrastivePlan shorter(int epochs) {
    return new ContrastivePlan(
        epochs, 32, 5e-3, 0.05, 0, 3, Dropout.STANDARD, LossOptions.STANDARD);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double neighboursOfOneKind(TrainedEmbedding trained) {
    float[] fused = trainer.encode(trained.weights(), trained.features());
    int same = 0;
    for (int row = 0; row < ROWS; row++) {
      int nearest = -1;
      for (int other = 0; other < ROWS; other++) {
        if (other != row
            && (nearest < 0 || cosine(fused, row, other) > cosine(fused, row, nearest))) {
          nearest = other;
        }
      }
      same += Hub.kind(nearest) == Hub.kind(row) ? 1 : 0;
    }
    return (double) same / ROWS;
  }

  private static double cosine(float[] fused, int one, int other) {
    double cosine = 0;
    for (int i = 0; i < 16; i++) {
      cosine += fused[one * 16 + i] * fused[other * 16 + i];
    }
    return cosine;
  }

  private double drift(float[] before, TrainedEmbedding trained) {
    float[] after = trainer.encode(trained.weights(), trained.features());
    double drift = 0;
    for (int i = 0; i < after.length; i++) {
      drift += Math.pow(after[i] - before[i], 2);
    }
    return drift;
  }

  private static void assertSame(NetworkWeights one, NetworkWeights other) {
    assertThat(one.dense()).containsExactly(other.dense());
    for (TokenTable table : one.shape().tokenTables()) {
      assertThat(one.table(table)).containsExactly(other.table(table));
    }
  }
}
