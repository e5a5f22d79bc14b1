/**
 * Filling in labels: from few examples a class and from all, by nearest neighbours, by logistic
 * regression and by baselines that look at the lineage.
 */
package dev.clade.embedding.evaluation.label;
