/**
 * What is asked of MALLET (McCallum 2002): which words stop, and latent Dirichlet allocation (Blei,
 * Ng, Jordan 2003) by its sampler (Yao, Mimno, McCallum 2009).
 */
package dev.clade.lineage.ecosystem.topic.mallet;
