/**
 * What model cards are about, after Castaño et al. (MSR 2024, arXiv 2311.13380), who find topics of
 * cards by latent Dirichlet allocation.
 *
 * <p>The study's settings and topics could not be read; those here are Clade's own. How many topics
 * there are is decided by the coherence of their words.
 */
package dev.clade.lineage.ecosystem.topic;
