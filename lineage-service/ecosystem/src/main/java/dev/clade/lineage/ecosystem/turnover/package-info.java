/**
 * Who comes into the top of a hub, stays and leaves, after claim C2 of Jones et al. (2024, arXiv
 * 2406.08205).
 *
 * <p>The study compares the 1,000 models with most downloads of four snapshots. Any measure, size
 * and number of snapshots will do here; the newest snapshot is compared with the one before and
 * with all before. A catalogue lists counts when they change; a snapshot is made of the latest that
 * a window has.
 */
package dev.clade.lineage.ecosystem.turnover;
