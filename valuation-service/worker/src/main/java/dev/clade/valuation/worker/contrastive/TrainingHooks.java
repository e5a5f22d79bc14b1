package dev.clade.valuation.worker.contrastive;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a training asks and tells while it runs.
 *
 * @param lineage makes the lineage view anew between the rounds; without it, it stays
 * @param validation decides when to stop and which weights are best; without it, the last ones are
 * @param checkpoints where the state is kept after every epoch
 * @param reports told how each epoch went
 * @param cancelled asked between steps whether to stop
 */
public record TrainingHooks(
    Optional<LineageRefresh> lineage,
    Optional<Validation> validation,
    TrainingCheckpoints checkpoints,
    Consumer<EpochReport> reports,
    BooleanSupplier cancelled) {
  /** Nothing is asked or told. */
  public static final TrainingHooks NONE =
      new TrainingHooks(
          Optional.empty(), Optional.empty(), TrainingCheckpoints.NONE, report -> {}, () -> false);

  /** Returns the same with another place for the state. */
  public TrainingHooks with(TrainingCheckpoints other) {
    return new TrainingHooks(lineage, validation, other, reports, cancelled);
  }
}
