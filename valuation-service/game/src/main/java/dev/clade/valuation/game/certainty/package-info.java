/**
 * How sure values are, and from what.
 *
 * <p>Three things make a value unsure, and they are told apart: which coalitions were sampled, the
 * randomness of training, and that a cheap proxy stands for retraining. {@link
 * dev.clade.valuation.game.certainty.PairedBootstrap} gives the first two for any estimator, {@link
 * dev.clade.valuation.game.certainty.TierCalibration} the third from a few retrained coalitions,
 * and {@link dev.clade.valuation.game.certainty.LayeredValue} puts them together with each part
 * named.
 */
package dev.clade.valuation.game.certainty;
