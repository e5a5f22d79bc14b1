/**
 * What a step of a training looks at: which rows, which pairs of them must not be told apart, and
 * who may be whose parent.
 */
package dev.clade.valuation.worker.contrastive.batch;
