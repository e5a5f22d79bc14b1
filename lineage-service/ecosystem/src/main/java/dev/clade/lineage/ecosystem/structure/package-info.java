/**
 * The shape of a hub's derivations, after Stalnaker et al. (TOSEM 2025, arXiv 2502.04484) and
 * Laufer, Oderinwale and Kleinberg (2025, arXiv 2508.06811).
 *
 * <p>How many models and derivations there are and of which types, how many of each a model has,
 * which models hang together, how far they are from their roots, and along how many chains. Where a
 * study's own rule depends on chance or leaves something out, its figure stands beside one that
 * does not, and both say how they count.
 */
package dev.clade.lineage.ecosystem.structure;
