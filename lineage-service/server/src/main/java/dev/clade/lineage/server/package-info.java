/**
 * The lineage server: follows the catalogue's feed, holds the graph, and answers from it.
 *
 * <p>{@code feed} changes {@code graph}; {@code lineage}, {@code family}, {@code question} and
 * {@code compliance} are what can be asked, free of protocol; {@code grpc} maps messages and
 * nothing else. Nothing points back to {@code grpc}, and a test says so.
 */
package dev.clade.lineage.server;
