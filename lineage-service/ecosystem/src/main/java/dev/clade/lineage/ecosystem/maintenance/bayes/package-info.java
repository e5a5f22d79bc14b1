/**
 * Bayesian networks over what is there or not, at one step and the next: which of it depends on
 * which.
 *
 * <p>A network is scored by the Bayesian information criterion (Schwarz 1978) in natural
 * logarithms: the logarithm of the likelihood less half of ln n for each free probability, of which
 * a variable has one for each combination of its parents. The more the better.
 */
package dev.clade.lineage.ecosystem.maintenance.bayes;
