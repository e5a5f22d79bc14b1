/**
 * The gRPC contract, mapped to the services: messages in, messages out, and nothing else.
 *
 * <p>Answers about runs that have ended never change and are kept in the shared cache.
 */
package dev.clade.valuation.server.grpc;
