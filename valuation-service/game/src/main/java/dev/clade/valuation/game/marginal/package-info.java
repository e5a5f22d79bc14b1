/**
 * Values as means of what players add: over orders of joining, over coalitions of each size, or to
 * all others.
 */
package dev.clade.valuation.game.marginal;
