package dev.clade.valuation.server.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A payout as it is stored.
 *
 * @param id identifier
 * @param run whose values are paid
 * @param requestId makes the creation idempotent
 * @param requestHash tells whether the same id asked for the same
 * @param document JSON Web Signature in compact form
 * @param position orders the payouts of a run; 0 before it is stored
 * @param createTime when it was computed
 */
public record Payout(
    UUID id,
    UUID run,
    UUID requestId,
    String requestHash,
    String document,
    long position,
    Instant createTime) {}
