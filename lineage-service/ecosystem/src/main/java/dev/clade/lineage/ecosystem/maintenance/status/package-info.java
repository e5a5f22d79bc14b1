/**
 * Which models are maintained: two clusters of models by the rhythm of their commits, as Castaño et
 * al. (arXiv 2311.13380) found 16.5 percent of the hub's models to be.
 *
 * <p>The study does not tell its features, how it scaled them and how it named the clusters; those
 * here are our own reading. How much the clusters are worth is told beside them: by their
 * silhouette, and by how alike they are when the models are drawn anew.
 */
package dev.clade.lineage.ecosystem.maintenance.status;
