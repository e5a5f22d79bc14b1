/**
 * How good values are, measured against retrained models or exact values.
 *
 * <p>{@link dev.clade.valuation.game.evaluation.LinearDatamodelingScore} asks whether values
 * predict the order of retrained models, {@link
 * dev.clade.valuation.game.evaluation.CounterfactualRemoval} what becomes of the utility without
 * those valued most, and {@link dev.clade.valuation.game.evaluation.ShapleyError} how far amounts
 * are from exact ones: the first two say nothing of amounts. Only the arithmetic is here; models
 * are trained elsewhere.
 */
package dev.clade.valuation.game.evaluation;
