/**
 * What licenses ask of those who build on a licensed artifact, and what becomes of it along the
 * graph: how the licenses change from parent to child, where a child's license does not keep what a
 * parent's demands, and what a model owes to all that it stems from.
 *
 * <p>The terms of each license are data, {@code licenses.tsv}, each row with the text it was read
 * in. They are a reading of those texts to show where a human should look, not legal advice; a
 * license that the table does not have is told as unknown, never guessed.
 */
package dev.clade.lineage.graph.license;
