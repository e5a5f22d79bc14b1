package dev.clade.valuation.server.domain;

import com.google.protobuf.ByteString;

/**
 * An evaluation that was done.
 *
 * @param coalition members as bytes, little-endian
 * @param replicate number of the training seed, from 0
 * @param result what it gave
 */
public record DoneEvaluation(ByteString coalition, int replicate, Report.Result result) {}
