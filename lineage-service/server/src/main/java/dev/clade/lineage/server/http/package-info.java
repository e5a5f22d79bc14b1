/**
 * The edge that speaks plain HTTP, for callers that only want a document.
 *
 * <p>Classes here map requests and responses and nothing else, as those of {@code grpc} beside do
 * with messages; the two know nothing of each other. Failures have the same reasons in both, here
 * in the JSON of {@code google.rpc.Status}.
 */
package dev.clade.lineage.server.http;
