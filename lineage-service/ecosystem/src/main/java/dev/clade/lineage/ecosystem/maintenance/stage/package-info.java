/**
 * How commits come, and how that changes over a model's life.
 *
 * <p>Castaño et al. (arXiv 2311.13380) compare stages of development; how they part a life into
 * stages is not told. Here it is done in two ways, and every metric is compared between the stages
 * of the same models. What is not known of a model's commits leaves it out of that metric alone,
 * and is counted.
 */
package dev.clade.lineage.ecosystem.maintenance.stage;
