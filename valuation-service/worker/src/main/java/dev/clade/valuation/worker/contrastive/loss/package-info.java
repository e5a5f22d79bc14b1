/**
 * The losses that an embedding learns from, as functions of tensors: whatever makes the vectors,
 * they can be tried on numbers alone, also of 64 bits.
 *
 * <p>All logarithms of sums are taken by log-softmax or with the largest term set apart. What is
 * left out of a sum gets {@value dev.clade.valuation.worker.contrastive.loss.Masks#OUT} added to
 * its logarithm, so that its share and its gradient are exactly 0.
 */
package dev.clade.valuation.worker.contrastive.loss;
