/**
 * How active a hub's repositories are and how unequally: the first research question of Osborne,
 * Ding and Kirk (Journal of Computational Social Science, 2024; arXiv 2405.13058).
 *
 * <p>For likes, downloads, discussions, commits and contributors of models, datasets and spaces:
 * the distribution and its concentration, the power law beside its alternatives, the correlations,
 * the sub-fields and the groups of licenses. The study's text and scripts do not tell all of it;
 * what is our own reading says so. A column that is not known is absent from the results, and what
 * is missing in one is counted.
 */
package dev.clade.lineage.ecosystem.activity;
