package dev.clade.valuation.worker.contrastive.batch;

/**
 * The rows of a batch.
 *
 * @param rows different rows
 * @param drawn for each whether it was drawn to be a candidate that others' parents are told from
 */
public record BatchRows(int[] rows, boolean[] drawn) {}
