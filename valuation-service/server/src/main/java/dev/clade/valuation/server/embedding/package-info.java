/**
 * What the trainer {@code contrastive} learns from and gives: feature sets of lineage-service,
 * which workers get through this service alone, and versions of the embedding, which go the other
 * way.
 */
package dev.clade.valuation.server.embedding;
