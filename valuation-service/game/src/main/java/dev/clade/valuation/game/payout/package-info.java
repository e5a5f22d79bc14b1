/**
 * From values to payments.
 *
 * <p>A {@link dev.clade.valuation.game.payout.PayoutRule} pays the budget of a {@link
 * dev.clade.valuation.game.payout.PayoutRequest} exactly, in whole minor units: fees first, then
 * pots for taking part and for value, and no less than floors. What a value is taken to be before
 * it is paid, an {@link dev.clade.valuation.game.payout.Adjustment} says. Rules refuse to pay by
 * performance where values tell of none, and a {@link dev.clade.valuation.game.payout.Payout} keeps
 * all that it was computed from.
 */
package dev.clade.valuation.game.payout;
