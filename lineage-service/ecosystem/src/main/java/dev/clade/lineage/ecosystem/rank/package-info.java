/**
 * Correlations and tests that look at the order of values only.
 *
 * <p>Counts of a hub are so skewed that means and variances say little; the studies compare ranks.
 * Ties are many, so all take mid-ranks and correct for ties. Each class names its definition and
 * the defaults of SciPy or scikit-posthocs that it equals; p-values are two-sided.
 */
package dev.clade.lineage.ecosystem.rank;
