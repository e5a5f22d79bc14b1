/** Estimators compared on simulated games. */
package dev.clade.valuation.game.comparison;
