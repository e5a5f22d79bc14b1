package dev.clade.lineage.ecosystem.network.position;

/**
 * Spearman's correlations of a node's reciprocity with its position, each −1 to 1, NaN where one
 * side does not vary. Osborne et al. (arXiv 2405.13058) report that there is no relation, without
 * figures.
 *
 * @param inDegree with the number of others tied to the node
 * @param outDegree with the number of others the node is tied to
 * @param betweenness with the share of shortest paths through it
 * @param coreNumber with how deep in the network it is
 */
public record ReciprocityByPosition(
    double inDegree, double outDegree, double betweenness, double coreNumber) {}
