/**
 * Boosted regression trees of utilities, whose Shapley values are sums over leaves.
 *
 * <p>The trees are Tribuo's, read leaf by leaf once they are grown; the boosting is a loop here.
 */
package dev.clade.valuation.game.tree;
