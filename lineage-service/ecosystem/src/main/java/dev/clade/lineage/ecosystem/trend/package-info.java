/**
 * How a series changes over time: monotone trends, fitted curves, and which curve to prefer.
 *
 * <p>Series here are months or snapshots, so some hundreds of points at most. Fitting is
 * Hipparchus's; what a study states of a fit, with intervals, is named here.
 */
package dev.clade.lineage.ecosystem.trend;
