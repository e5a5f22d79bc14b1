package dev.clade.valuation.server.domain;

import com.google.common.hash.Hashing;
import dev.clade.valuation.game.estimator.EstimatorKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a run is asked to do, every default filled in.
 *
 * @param subject whose contributions are valued
 * @param trainer how models are trained
 * @param utility name of the utility that is shared out
 * @param estimator how values are computed
 * @param coalitionBudget distinct coalitions to train, empty and grand included
 * @param replicateCount trainings of each coalition
 * @param seed root of all randomness
 * @param priority runs of higher priority get workers first
 * @param share weight among runs of the same priority
 * @param budget the most that it may use
 * @param precision how sure values are to be; nothing for the whole plan
 * @param reuse whether evaluations of other runs are taken over
 */
public record RunSpec(
    Subject subject,
    TrainerSettings trainer,
    String utility,
    EstimatorKind estimator,
    int coalitionBudget,
    int replicateCount,
    long seed,
    int priority,
    double share,
    Budget budget,
    Optional<PrecisionTarget> precision,
    boolean reuse) {

  /** Returns the same with another budget. */
  public RunSpec withBudget(Budget other) {
    return new RunSpec(
        subject,
        trainer,
        utility,
        estimator,
        coalitionBudget,
        replicateCount,
        seed,
        priority,
        share,
        other,
        precision,
        reuse);
  }

  /**
   * Returns what evaluations are of: how models are trained and whose contributions are valued.
   * Those of one kind, seed, coalition and replicate are the same, and those of one trainer take
   * about as long.
   */
  public String kind() {
    return trainerKind() + hash(subject);
  }

  /** Returns the beginning of the kinds of all runs with the same trainer. */
  public String trainerKind() {
    return hash(trainer) + "/";
  }

  private static String hash(Record record) {
    return Hashing.sha256().hashString(record.toString(), StandardCharsets.UTF_8).toString();
  }

  /** Returns the id of what evaluations start from; nothing when from nothing. */
  public Optional<String> checkpoint() {
    return CheckpointId.of(this);
  }

  /** Returns how many evaluations the whole plan has. */
  public int planLength() {
    return Math.multiplyExact(coalitionBudget, replicateCount);
  }
}
