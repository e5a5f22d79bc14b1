/**
 * How a hub changes from month to month: growth, popularity, domains, frameworks, tags and
 * datasets, after Castaño et al. (MSR 2024, arXiv 2311.13380).
 *
 * <p>The study tells what it looked at, not its formulas; those here are Clade's own. Months are
 * those of creation, in UTC. The hub records it since March 2022 only and gives older repositories
 * one instant, so series begin with April unless first commits are asked for, and end with the last
 * month that was over at the latest creation. What was deleted is in none of it.
 */
package dev.clade.lineage.ecosystem.evolution;
