/**
 * The edges that speak gRPC: the contract {@code clade.lineage.v1} towards callers, and the
 * catalogue's feed of {@code clade.ingest.v1} that changes come from.
 *
 * <p>Classes here map messages and nothing else. What a field means is said in the contracts, what
 * is done with it in the packages beside.
 */
package dev.clade.lineage.server.grpc;
