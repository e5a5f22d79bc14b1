package dev.clade.valuation.server.domain;

import com.google.protobuf.ByteString;

/**
 * An evaluation that was given up.
 *
 * @param coalition members as bytes, little-endian
 * @param replicate number of the training seed, from 0
 * @param failures reported failures
 * @param losses workers lost with it
 * @param message what the last worker that failed said; empty when all were lost
 */
public record FailedEvaluation(
    ByteString coalition, int replicate, int failures, int losses, String message) {}
