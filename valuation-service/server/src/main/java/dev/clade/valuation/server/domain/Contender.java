package dev.clade.valuation.server.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An active run, as the choice of whose turn is next sees it.
 *
 * @param run id of the run
 * @param priority runs of higher priority come first
 * @param share weight among runs of the same priority
 * @param customTrainer the trainer that it needs; empty for the built-in one
 * @param createTime when it was asked for
 * @param pass turns taken so far, by share
 * @param waiting whether it could have had every turn since its pass was last compared
 * @param queued whether it has an evaluation that waits
 * @param allowance what its budget allows
 */
public record Contender(
    UUID run,
    int priority,
    double share,
    String customTrainer,
    Instant createTime,
    double pass,
    boolean waiting,
    boolean queued,
    Allowance allowance) {

  /** Tells whether it could have a turn. */
  public boolean isReady() {
    return queued && allowance.most() > 0;
  }

  /** Returns what its pass grows by for each evaluation: seconds on the mean, by share. */
  public double stride() {
    double mean = allowance.meanSeconds();
    return (mean == 0 ? 1 : mean) / share;
  }

  Contender with(double otherPass, boolean otherWaiting) {
    return new Contender(
        run,
        priority,
        share,
        customTrainer,
        createTime,
        otherPass,
        otherWaiting,
        queued,
        allowance);
  }
}
