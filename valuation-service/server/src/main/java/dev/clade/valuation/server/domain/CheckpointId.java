package dev.clade.valuation.server.domain;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names what evaluations start from by all that decides its content, so that runs share it. */
final class CheckpointId {
  /** Changes when what is hashed does. */
  private static final int VERSION = 1;

  private CheckpointId() {}

  /**
   * Returns the SHA-256 of the images, of the settings that the model of everybody comes from, and
   * of the seed; nothing where evaluations start from nothing, or a trainer is not built in.
   */
  static Optional<String> of(RunSpec spec) {
    TrainerSettings trainer = spec.trainer();
    if (trainer.method() == TrainingMethod.RETRAIN || !trainer.custom().isEmpty()) {
      return Optional.empty();
    }
    // The image set comes last: it is the only part whose length is not fixed.
    return Optional.of(
        Hashing.sha256()
            .newHasher()
            .putInt(VERSION)
            .putInt(trainer.trainingSteps())
            .putInt(trainer.batchSize())
            .putInt(trainer.hiddenUnits())
            .putDouble(trainer.learningRate())
            .putInt(trainer.method().ordinal())
            .putDouble(trainer.removedShare())
            .putInt(trainer.denoiser().ordinal())
            .putInt(trainer.channels())
            .putLong(spec.seed())
            .putString(spec.subject().id(), StandardCharsets.UTF_8)
            .hash()
            .toString());
  }
}
