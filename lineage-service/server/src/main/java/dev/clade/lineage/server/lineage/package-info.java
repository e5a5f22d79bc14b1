/**
 * What artifacts were made from and what was made from them.
 *
 * <p>{@link dev.clade.lineage.server.lineage.LineageQuery} is a question with its limits checked;
 * {@link dev.clade.lineage.server.lineage.LineageFinder} answers it from the latest snapshot.
 */
package dev.clade.lineage.server.lineage;
