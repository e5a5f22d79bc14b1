/**
 * The service's face: maps gRPC messages to the features' arguments and back, and nothing else.
 *
 * <p>The services implement the plain gRPC bases rather than Quarkus' reactive ones, because only
 * these let a stream wait for a slow reader: Quarkus asks a {@code Multi} for everything at once.
 * Failures leave through {@link dev.clade.runtime.grpc.Replies}, which gives them to the runtime's
 * error edge.
 */
package dev.clade.ingest.grpc;
