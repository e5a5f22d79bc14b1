/**
 * Values by Gaussian process regression on what the utilities of a coalition and of its complement
 * differ by, the only part of a game that Shapley values depend on.
 */
package dev.clade.valuation.game.process;
