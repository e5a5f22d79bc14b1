/**
 * Drawn games whose values are known, to compare estimators on: utilities that saturate as those of
 * generative models do, with noise of training, or with interactions of players.
 */
package dev.clade.valuation.game.simulation;
