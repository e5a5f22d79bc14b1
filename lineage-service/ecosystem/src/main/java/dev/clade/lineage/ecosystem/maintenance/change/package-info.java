/**
 * What commits of models change, by the files that they touch: several categories a commit, and
 * which follows which.
 *
 * <p>The categories are those of Castaño et al. (arXiv 2411.09645) that the names of files can
 * tell. The study's own rules are not known; the patterns here are our reading, and data.
 */
package dev.clade.lineage.ecosystem.maintenance.change;
