package dev.clade.valuation.server.domain;

import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What one training gave.
 *
 * @param coalition members as bytes, little-endian
 * @param replicate number of the training seed, from 0
 * @param utilities by name
 * @param referenceHash identifies the network that measured them
 * @param durationSeconds seconds spent
 * @param worker who did it
 * @param createTime when it was reported
 * @param position place in the plan, from 0
 * @param reusedFrom the run that it was taken over from
 */
public record LedgerRow(
    ByteString coalition,
    int replicate,
    ImmutableSortedMap<String, Double> utilities,
    String referenceHash,
    double durationSeconds,
    String worker,
    Instant createTime,
    int position,
    Optional<UUID> reusedFrom) {}
