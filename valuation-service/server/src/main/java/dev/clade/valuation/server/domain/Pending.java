package dev.clade.valuation.server.domain;

/**
 * Why nothing of a run is being evaluated.
 *
 * @param reason the reason
 * @param message the reason in words
 * @param queuePosition place among the runs that have evaluations waiting, from 1
 */
public record Pending(PendingReason reason, String message, int queuePosition) {}
