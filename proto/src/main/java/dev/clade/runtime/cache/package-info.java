/**
 * The cache that the processes of a service share, in Redis.
 *
 * <p>{@link dev.clade.runtime.cache.MessageCache} keeps protobuf messages under keys, computes each
 * at most once at a time however many ask, and renews popular ones shortly before they expire. It
 * holds nothing that cannot be computed again: Redis gone, slow or full of nonsense costs time,
 * never an answer. A server that uses it brings {@code quarkus-redis-client}; one that does not
 * excludes this package by {@code quarkus.arc.exclude-types}.
 */
package dev.clade.runtime.cache;
