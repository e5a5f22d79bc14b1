/**
 * From values to payments.
 *
 * <p>A {@link dev.clade.valuation.game.payout.PayoutRule} splits a budget exactly, in whole minor
 * units. What a value is taken to be before it is paid, an {@link
 * dev.clade.valuation.game.payout.Adjustment} says. Rules refuse to pay by performance where values
 * tell of none.
 */
package dev.clade.valuation.game.payout;
