/**
 * How good an embedding is: splits, intervals, and a report with a verdict on every gate.
 *
 * <p>Whatever is compared, a trained network's vectors or a baseline, is a predictor of labels or a
 * scorer of pairs, and is measured on the same rows, with the same rule for ties.
 */
package dev.clade.embedding.evaluation;
