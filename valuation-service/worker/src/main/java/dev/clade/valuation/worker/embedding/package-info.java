/**
 * Evaluates coalitions of those whose repositories, or views of repositories, the shared embedding
 * is learned from: trains on what a coalition brings and measures retrieval on what came later.
 *
 * <p>What is measured, and on which rows, depends on the set of repositories alone, so that
 * coalitions differ in nothing but what was learned from.
 */
package dev.clade.valuation.worker.embedding;
