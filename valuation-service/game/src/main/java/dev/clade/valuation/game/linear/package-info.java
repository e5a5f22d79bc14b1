/** Matrices as least squares needs them. */
package dev.clade.valuation.game.linear;
