/**
 * Evaluations: from a coalition of an image set to the utilities of the model that is trained on
 * it, from first weights or from a start that all coalitions of a run share.
 *
 * <p>An evaluation is a pure function of its request, of the image set and of that start: the same
 * on every try, in any order. The package knows nothing of where requests come from.
 */
package dev.clade.valuation.worker.evaluation;
