/**
 * When a run has enough evaluations.
 *
 * <p>Whoever looks at intervals again and again and stops when they please sees a wrong one far
 * more often than in 5 % of runs. {@link dev.clade.valuation.game.stopping.RepeatedIntervals} hold
 * the truth at all looks together, so a {@link dev.clade.valuation.game.stopping.StoppingRule} may
 * stop at any of them, and what was seen then may be paid on. Budgets stop whatever the precision.
 */
package dev.clade.valuation.game.stopping;
