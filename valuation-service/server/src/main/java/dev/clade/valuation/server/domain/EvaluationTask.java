package dev.clade.valuation.server.domain;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.UUID;

/**
 * An evaluation that a worker has leased.
 *
 * @param lease identifies the lease
 * @param run id of the run
 * @param spec what the run is asked to do
 * @param coalition members as bytes, little-endian
 * @param replicate number of the training seed, from 0
 * @param attempt how many times it has been leased, this time included
 * @param traceparent W3C trace context of the call that created the run; may be empty
 */
public record EvaluationTask(
    UUID lease,
    UUID run,
    RunSpec spec,
    ByteString coalition,
    int replicate,
    int attempt,
    String traceparent) {

  /** Returns the id of what the evaluation starts from; nothing when from nothing. */
  public Optional<String> checkpoint() {
    return spec.checkpoint();
  }
}
