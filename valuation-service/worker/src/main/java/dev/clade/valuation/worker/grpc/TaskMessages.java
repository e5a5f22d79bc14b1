package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.lease.Lease;
import java.time.Duration;
import java.util.BitSet;

/** Turns messages of the worker contract into the worker's own values. */
final class TaskMessages {
  private TaskMessages() {}

  static Lease lease(EvaluationTask task) {
    return new Lease(
        task.getLease(),
        task.getValuation(),
        task.getImageSet(),
        new EvaluationRequest(
            BitSet.valueOf(task.getCoalition().toByteArray()),
            task.getReplicate(),
            task.getSeed(),
            options(task.getTrainer())),
        duration(task.getLeaseDuration()),
        task.getTraceparent());
  }

  static Duration duration(com.google.protobuf.Duration message) {
    return Duration.ofSeconds(message.getSeconds(), message.getNanos());
  }

  static com.google.protobuf.Duration message(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  static ImageCollection images(ImageSet set) {
    int pixels = Math.multiplyExact(set.getWidth(), set.getHeight());
    return new ImageCollection(
        set.getName(),
        pixels,
        set.getContributorsList().stream()
            .map(Contributor::getPixels)
            .map(ByteString::toByteArray)
            .toList(),
        ReferenceImages.of(
            set.getReference().getPixels().toByteArray(),
            pixels,
            set.getReference().getLabels().toByteArray()));
  }

  /** Zero stands for the default of each field. */
  private static TrainerOptions options(TrainerSpec spec) {
    TrainerOptions defaults = TrainerOptions.DEFAULTS;
    return new TrainerOptions(
        orDefault(spec.getTrainingSteps(), defaults.trainingSteps()),
        orDefault(spec.getBatchSize(), defaults.batchSize()),
        orDefault(spec.getHiddenUnits(), defaults.hiddenUnits()),
        spec.getLearningRate() == 0 ? defaults.learningRate() : spec.getLearningRate(),
        orDefault(spec.getGeneratedImageCount(), defaults.generatedImages()),
        orDefault(spec.getSamplingSteps(), defaults.samplingSteps()));
  }

  private static int orDefault(int value, int defaultValue) {
    return value == 0 ? defaultValue : value;
  }
}
