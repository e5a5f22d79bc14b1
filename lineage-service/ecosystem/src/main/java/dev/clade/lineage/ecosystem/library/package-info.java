/**
 * Which libraries models are used with, and whether models derived from them keep those: claim C1
 * of Jones et al. (2024, arXiv 2406.08205).
 *
 * <p>A model works with several libraries: the hub names one, and tags tell others, weights'
 * formats among them. Which tags are libraries is data. The study counts descendants that use
 * several, so libraries are sets here, not the one name that {@link
 * dev.clade.lineage.ecosystem.derivation.Trait#LIBRARY} has.
 */
package dev.clade.lineage.ecosystem.library;
