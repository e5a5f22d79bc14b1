/**
 * The studies' analyses on the real hub of July 2024, beside what the studies published.
 *
 * <p>The table has 508,327 of its 760,460 models; every third is kept back by chance. So shape can
 * be compared with published figures, not digits. What is asserted was counted from the raw table
 * by a script of its own, with networkx 3.6.1 where there is a graph.
 */
package dev.clade.lineage.ecosystem.hub;
