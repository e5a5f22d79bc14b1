/**
 * What the catalogue's records say, in a table that changes with the feed.
 *
 * <p>Names are interned once as UTF-8 in pages of bytes that snapshots read too; declarations lie
 * in one log of integers. One writer changes the table; readers of snapshots never see it.
 */
package dev.clade.lineage.graph.record;
