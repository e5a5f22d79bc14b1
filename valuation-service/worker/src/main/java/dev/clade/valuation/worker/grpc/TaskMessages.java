package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.lease.ImageWork;
import dev.clade.valuation.worker.lease.Lease;
import dev.clade.valuation.worker.lease.RepositoryWork;
import dev.clade.valuation.worker.lease.Work;
import java.time.Duration;
import java.util.BitSet;

/** Turns messages of the worker contract into the worker's own values. */
final class TaskMessages {
  private TaskMessages() {}

  static Lease lease(EvaluationTask task) {
    return new Lease(
        task.getLease(),
        task.getValuation(),
        work(task),
        duration(task.getLeaseDuration()),
        task.getTraceparent());
  }

  private static Work work(EvaluationTask task) {
    BitSet coalition = BitSet.valueOf(task.getCoalition().toByteArray());
    if (task.getTrainer().getCustom().equals(RepositoryWork.TRAINER)) {
      return new RepositoryWork(
          task.getContributorSet(),
          coalition,
          task.getReplicate(),
          task.getSeed(),
          task.getTrainer().getParametersMap());
    }
    return new ImageWork(
        task.getImageSet(),
        new EvaluationRequest(
            coalition,
            task.getReplicate(),
            task.getSeed(),
            TrainerMessages.options(task.getTrainer())),
        task.getCheckpoint());
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
        set.getWidth(),
        set.getHeight(),
        set.getContributorsList().stream()
            .map(Contributor::getPixels)
            .map(ByteString::toByteArray)
            .toList(),
        ReferenceImages.of(
            set.getReference().getPixels().toByteArray(),
            pixels,
            set.getReference().getLabels().toByteArray()));
  }
}
