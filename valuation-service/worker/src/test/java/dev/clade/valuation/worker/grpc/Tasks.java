package dev.clade.valuation.worker.grpc;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.worker.fixture.ShapeImageSet;

/** Evaluations to give to workers. */
final class Tasks {
  private Tasks() {}

  /**
   * Returns a task.
   *
   * @param coalition contributors as the bits of a byte
   * @param trainingSteps how long it takes: thousands a second
   */
  static EvaluationTask task(int coalition, int replicate, int trainingSteps) {
    return EvaluationTask.newBuilder()
        .setLease("task-%d-%d".formatted(coalition, replicate))
        .setValuation("valuations/test")
        .setImageSet(ShapeImageSet.NAME)
        .setCoalition(ByteString.copyFrom(new byte[] {(byte) coalition}))
        .setReplicate(replicate)
        .setSeed(7)
        .setTrainer(
            TrainerSpec.newBuilder()
                .setTrainingSteps(trainingSteps)
                .setBatchSize(16)
                .setHiddenUnits(16)
                .setGeneratedImageCount(64)
                .setSamplingSteps(5))
        .build();
  }

  /** Returns a task of a sparsified fine-tuning of ten steps. */
  static EvaluationTask finetuning(int coalition, int replicate, int trainingSteps) {
    EvaluationTask.Builder task = task(coalition, replicate, trainingSteps).toBuilder();
    task.setCheckpoint("checkpoints/test")
        .getTrainerBuilder()
        .setMethod(TrainerSpec.Method.METHOD_SPARSIFIED_FINETUNE)
        .setFinetuningSteps(10);
    return task.build();
  }
}
