/**
 * Cooperative games whose players are contributors of training data.
 *
 * <p>A {@link dev.clade.valuation.game.Coalition} says whose data a model was trained on, and a
 * {@link dev.clade.valuation.game.UtilityTable} what such models were worth. Designs choose the
 * coalitions to train and estimators turn a table into Shapley values: both are pure functions, so
 * any ledger can be solved again, by anyone.
 */
package dev.clade.valuation.game;
