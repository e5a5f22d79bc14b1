package dev.clade.valuation.server.domain;

/**
 * What a launcher says of a run's workers.
 *
 * @param reason why nothing of the run is being evaluated, where nothing is
 * @param message the reason in words
 * @param running workers that run
 * @param starting workers that were asked for and do not run yet
 */
public record Launch(PendingReason reason, String message, int running, int starting) {}
