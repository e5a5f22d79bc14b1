/**
 * Which coalitions to train.
 *
 * <p>A {@link dev.clade.valuation.game.design.CoalitionDesign} lists them in the order in which
 * they are worth evaluating: the empty and the grand coalition first. Sampled designs draw with a
 * counter-based generator, so that draw j depends on the seed and j only, whoever draws it and
 * when.
 */
package dev.clade.valuation.game.design;
