/**
 * Versions of the embedding: received, encoded and served.
 *
 * <p>{@link dev.clade.lineage.server.embedding.Embeddings} is what callers ask. A version that was
 * received is read, proved by its probe, and encodes every repository of its feature set, by
 * whoever is free and from where a server that ended has stopped. {@link
 * dev.clade.lineage.server.embedding.EmbeddingSource} is where those who answer read what is
 * served.
 */
package dev.clade.lineage.server.embedding;
