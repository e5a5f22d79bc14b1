/**
 * How traits such as license, language, task or library change from model to derived model, after
 * Laufer, Oderinwale and Kleinberg (2025, arXiv 2508.06811).
 *
 * <p>How much changes at all is a mutation rate. In which direction is told by the drift graph,
 * whose nodes are traits and whose edges count how often one gave way to another, and by the order
 * of traits from source to sink that agrees with as much of it as any order can.
 */
package dev.clade.lineage.ecosystem.drift;
