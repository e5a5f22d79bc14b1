/**
 * Utilities of a generative model, computed from features and label probabilities of what it
 * generates, in double precision.
 *
 * <p>The package knows numbers only: no tensors and no networks. Every utility is finite and higher
 * is better.
 */
package dev.clade.valuation.worker.metric;
