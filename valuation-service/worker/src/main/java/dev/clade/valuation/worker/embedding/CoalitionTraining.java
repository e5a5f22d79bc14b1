package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.valuation.worker.contrastive.ContrastivePlan;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.contrastive.EpochReport;
import dev.clade.valuation.worker.contrastive.TrainingHooks;
import dev.clade.valuation.worker.telemetry.EventLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains the network of a coalition. One that brings fewer than two rows, or no view, has the
 * network as it is before training, over all usual views.
 */
public final class CoalitionTraining {
  private static final EventLog LOG = EventLog.of(CoalitionTraining.class);
  private static final int FEWEST_ROWS = 2;

  private final ContrastiveTrainer trainer;
  private final TrainingStates states;
  private final Consumer<EpochReport> reports;

  /**
   * Creates a training.
   *
   * @param trainer what computes
   * @param states where trainings keep their states
   * @param reports told how each epoch went
   */
  public CoalitionTraining(
      ContrastiveTrainer trainer, TrainingStates states, Consumer<EpochReport> reports) {
    this.trainer = trainer;
    this.states = states;
    this.reports = reports;
  }

  /** Creates a training that logs how each epoch went. */
  CoalitionTraining(ContrastiveTrainer trainer, TrainingStates states) {
    this(trainer, states, CoalitionTraining::log);
  }

  /**
   * Trains.
   *
   * @param rows rows that are learned from, ascending
   * @param views views that are read
   * @param plan how
   * @param refreshes how often the lineage view is made anew from the network's own vectors, 0 or 1
   * @param seed root of its randomness, by which its state is kept too
   * @param cancelled asked between training steps whether to stop
   */
  public LearntEmbedding train(
      Holdout holdout,
      int[] rows,
      Set<View> views,
      ContrastivePlan plan,
      int refreshes,
      long seed,
      BooleanSupplier cancelled) {
    Vocabulary vocabulary =
        VocabularyMaker.count(
            Arrays.stream(rows).mapToObj(holdout.set().records()::get).toList(), holdout.leaks());
    boolean learns = rows.length >= FEWEST_ROWS && !views.isEmpty();
    NetworkShape shape =
        NetworkShape.of(
            new FeatureMaker(vocabulary, holdout.set().snapshot()).table(List.of()),
            learns ? views : NetworkShape.USUAL_VIEWS,
            holdout.tasks());
    NetworkWeights start = ContrastiveTrainer.untrained(shape, seed);
    if (!learns) {
      return new LearntEmbedding(start, vocabulary, 0, seed, new int[0]);
    }
    OwnRows own = OwnRows.of(holdout, rows, vocabulary);
    return new LearntEmbedding(
        train(start, own, plan, refreshes, seed, cancelled),
        vocabulary,
        refreshes,
        seed,
        own.kept());
  }

  private NetworkWeights train(
      NetworkWeights start,
      OwnRows own,
      ContrastivePlan plan,
      int refreshes,
      long seed,
      BooleanSupplier cancelled) {
    TrainingHooks hooks =
        new TrainingHooks(
            refreshes > 0 ? Optional.of(own::refreshed) : Optional.empty(),
            own.validation().map(each -> each),
            states.of(seed),
            reports,
            cancelled);
    try {
      return trainer.train(start, own.set(), plan, seed, hooks).weights();
    } catch (IllegalArgumentException e) {
      // A state that another version of the worker kept, or a broken disk, must not be the end.
      if (!states.forget(seed)) {
        throw e;
      }
      LOG.warning("the kept state of a training cannot be used; it begins again", e);
      return trainer.train(start, own.set(), plan, seed, hooks).weights();
    }
  }

  private static void log(EpochReport report) {
    LOG.info(
        "epoch trained",
        "epoch",
        report.epoch(),
        "loss",
        report.losses().total(),
        "score",
        report.score().isPresent() ? report.score().getAsDouble() : "none",
        "effectiveRank",
        report.health().effectiveRank());
  }
}
