/**
 * Which channels the weights of a network belong to, and the removal of whole channels.
 *
 * <p>A network describes every axis of its weight tensors by the groups of channels that lie along
 * it. Nothing else is needed to make it narrower: a group loses channels wherever it appears, so
 * residual connections, skips and normalizations stay consistent.
 */
package dev.clade.valuation.worker.layout;
