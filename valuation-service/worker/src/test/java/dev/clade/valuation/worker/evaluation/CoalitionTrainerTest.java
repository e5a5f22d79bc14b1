package dev.clade.valuation.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.worker.diffusion.Denoiser;
import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.diffusion.TrainingMethod;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Finetuning;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Retraining;
import dev.clade.valuation.worker.diffusion.TrainingMethod.SparsifiedFinetuning;
import dev.clade.valuation.worker.diffusion.TrainingPlan;
import dev.clade.valuation.worker.fixture.ShapeCollection;
import dev.clade.valuation.worker.fixture.Shapes;
import dev.clade.valuation.worker.fixture.Trainers;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.LearningRateCurve;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contributors are one of triangles, one of Ts, and one of nothing. */
class CoalitionTrainerTest {
  private static final int TRIANGLES = 0b001;
  private static final int NOTHING = 0b100;
  private static final int EVERYBODY = 0b111;
  private static final Denoiser PERCEPTRON = new Denoiser.OfDenseLayers(16);

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final CoalitionTrainer trainer = new CoalitionTrainer(device);
  private final ImageCollection images = ShapeCollection.named("imageSets/shapes");

  @Test
  void nobodyAndEverybodyStartFromNothingWhateverTheMethod() {
    for (TrainingMethod method : List.of(new Finetuning(5), new SparsifiedFinetuning(5, 0.5))) {
      assertThat(startsFromAnother(method, 0)).isFalse();
      assertThat(startsFromAnother(method, NOTHING)).isFalse();
      assertThat(startsFromAnother(method, EVERYBODY)).isFalse();
      assertThat(startsFromAnother(method, TRIANGLES)).isTrue();
      assertThat(startsFromAnother(method, TRIANGLES | NOTHING)).isTrue();
    }
    assertThat(startsFromAnother(new Retraining(), TRIANGLES)).isFalse();
  }

  @Test
  void fineTuningStartsFromTheModelOfEverybodyThatIsMeasured() {
    EvaluationRequest everybody = request(new Finetuning(5), EVERYBODY, 0);

    assertThat(
            trainer.start(images, request(new Finetuning(5), TRIANGLES, 3), () -> false).weights())
        .isEqualTo(trainer.train(images, everybody, Optional.empty(), 0, () -> false).weights());
  }

  /** The method of the spec's section 3.1, told again step by step. */
  @Test
  void sparsifiedFineTuningPrunesTrainsOnWithAllAndThenWithTheCoalition() {
    EvaluationRequest request = request(new SparsifiedFinetuning(5, 0.25), TRIANGLES, 1);
    TrainedWeights start = trainer.start(images, request, () -> false);
    TrainedWeights trained = trainer.train(images, request, Optional.of(start), 0, () -> false);

    DiffusionTrainer plain = new DiffusionTrainer(device);
    TrainingImages all = training(EVERYBODY);
    TrainedWeights full =
        plain.train(
            trainer.model(images, request.options()),
            all,
            plan(30, 0.004),
            RandomSource.ofTraining(images.name(), 7, bits(EVERYBODY), 0, 0),
            () -> false);
    TrainedWeights proxy =
        plain.finetune(
            full.pruned(0.25),
            all,
            plan(30, 0.002),
            RandomSource.ofTraining(images.name() + "/proxy", 7, bits(EVERYBODY), 0, 0),
            () -> false);
    TrainedWeights tuned =
        plain.finetune(
            proxy,
            training(TRIANGLES),
            plan(5, 0.002),
            RandomSource.ofTraining(images.name(), 7, bits(TRIANGLES), 1, 0),
            () -> false);
    assertThat(start.widths()).containsExactly(12);
    assertThat(start.weights()).isEqualTo(proxy.weights());
    assertThat(trained.weights()).isEqualTo(tuned.weights()).isNotEqualTo(proxy.weights());
  }

  @Test
  void theOriginTellsApartWhatHasOtherWeightsAndNothingElse() {
    String origin = origin(new SparsifiedFinetuning(5, 0.25), TRIANGLES, 0);
    assertThat(origin(new SparsifiedFinetuning(50, 0.25), EVERYBODY, 1)).isEqualTo(origin);
    assertThat(origin(new SparsifiedFinetuning(5, 0.5), TRIANGLES, 0)).isNotEqualTo(origin);
    assertThat(origin(new Finetuning(5), TRIANGLES, 0)).isNotEqualTo(origin);
    assertThat(origin)
        .startsWith("everybody of imageSets/shapes by seed 7 and TrainingPlan[steps=30,");
  }

  @Test
  void aUNetIsPrunedAndFineTunedLikewise() {
    EvaluationRequest request =
        new EvaluationRequest(
            bits(TRIANGLES),
            0,
            7,
            Trainers.quick(10, new SparsifiedFinetuning(5, 0.5), new Denoiser.OfConvolutions(8)));
    TrainedWeights start = trainer.start(images, request, () -> false);
    int full = trainer.model(images, request.options()).weightCount();

    assertThat(start.parameterCount()).isLessThan(full / 2);
    assertThat(trainer.train(images, request, Optional.of(start), 0, () -> false).weights())
        .hasSize(start.parameterCount())
        .isNotEqualTo(start.weights());
  }

  @Test
  void aModelThatIsTooLargeToBeSharedIsRefusedBeforeItIsTrained() {
    EvaluationRequest request =
        new EvaluationRequest(
            bits(TRIANGLES),
            0,
            7,
            Trainers.quick(10, new Finetuning(5), new Denoiser.OfConvolutions(512)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.start(images, request, () -> true))
        .withMessageStartingWith(
            "trainer: a model that others start from may have at most 60,000,000 weights; this one"
                + " has ");
  }

  private boolean startsFromAnother(TrainingMethod method, int coalition) {
    return trainer.startsFromAnother(images, request(method, coalition, 0));
  }

  private String origin(TrainingMethod method, int coalition, int replicate) {
    return trainer.originOfStart(images, request(method, coalition, replicate));
  }

  private TrainingImages training(int coalition) {
    return new TrainingImages(images.imagesOf(bits(coalition)), Shapes.PIXELS);
  }

  private static TrainingPlan plan(int steps, double rate) {
    return new TrainingPlan(steps, 16, rate, LearningRateCurve.COSINE, ExponentialAverage.NONE);
  }

  private static EvaluationRequest request(TrainingMethod method, int coalition, int replicate) {
    return new EvaluationRequest(
        bits(coalition), replicate, 7, Trainers.quick(30, method, PERCEPTRON));
  }

  private static BitSet bits(int coalition) {
    return BitSet.valueOf(new long[] {coalition});
  }
}
