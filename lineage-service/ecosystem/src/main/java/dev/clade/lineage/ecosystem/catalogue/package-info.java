/**
 * What analyses read of the catalogue beside a snapshot of its graph: counts, tags, commits, cards.
 *
 * <p>All of it together is too large to be kept, so it is read in bulk, repository by repository,
 * and each analysis keeps what it needs. It is as the catalogue has it at that moment, which may be
 * later than the snapshot.
 */
package dev.clade.lineage.ecosystem.catalogue;
