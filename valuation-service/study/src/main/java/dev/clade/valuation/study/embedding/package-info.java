/**
 * Writes the model card of the shared embedding: trains it and what it has to beat on one set of
 * repositories, measures all on the same held-out rows, and says which gates it passed.
 *
 * <p>Everything is seeded. Networks that were trained are kept, so that a card that was interrupted
 * goes on.
 */
package dev.clade.valuation.study.embedding;
