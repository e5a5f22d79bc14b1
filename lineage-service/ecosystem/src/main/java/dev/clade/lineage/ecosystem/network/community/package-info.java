/**
 * Communities of a network: groups of nodes with more ties among themselves than degrees would have
 * it, and what the models of such groups hold of a hub's downloads and likes.
 *
 * <p>The search is that of the authors of the Leiden algorithm, with a fixed seed, and Louvain
 * beside it, which the studies used. Modularity is computed here from the communities found, so
 * that both are measured alike.
 */
package dev.clade.lineage.ecosystem.network.community;
