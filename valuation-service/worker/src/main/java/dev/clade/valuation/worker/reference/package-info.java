/**
 * The yardstick of a run: a small classifier trained on reference images that no contributor owns,
 * then frozen, whose features and label probabilities every metric is computed from.
 *
 * <p>It depends on the image set alone, never on a run's seed or trainer, so runs over one image
 * set measure alike. Its hash travels with every result, so that no run mixes yardsticks.
 */
package dev.clade.valuation.worker.reference;
