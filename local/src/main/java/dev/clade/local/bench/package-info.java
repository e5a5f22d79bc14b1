/**
 * Measurements of the product's promises of speed, each beside what it is compared with.
 *
 * <p>A {@link dev.clade.local.bench.Bench} runs both sides in one go on one machine, checks its own
 * results, tells medians and spread, and ends with one line that says whether the goal holds.
 */
package dev.clade.local.bench;
