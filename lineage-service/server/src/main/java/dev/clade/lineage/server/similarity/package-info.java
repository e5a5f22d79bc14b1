/**
 * Answers from the shared embedding.
 *
 * <p>{@link dev.clade.lineage.server.similarity.VersionKeeper} holds the served version in memory,
 * looks every few seconds whether another one is served, and puts it in its place from one moment
 * to the next; {@link dev.clade.lineage.server.similarity.Similarity} answers from it.
 */
package dev.clade.lineage.server.similarity;
