/** Tests of payments against hand-worked cases and their sums. */
package dev.clade.valuation.game.payout;
