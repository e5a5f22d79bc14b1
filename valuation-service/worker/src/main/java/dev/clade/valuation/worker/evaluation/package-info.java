/**
 * Evaluations: from a coalition of an image set to the utilities of the model that is trained on
 * it.
 *
 * <p>An evaluation is a pure function of its request and of the image set: the same on every try,
 * in any order. The package knows nothing of where requests come from.
 */
package dev.clade.valuation.worker.evaluation;
