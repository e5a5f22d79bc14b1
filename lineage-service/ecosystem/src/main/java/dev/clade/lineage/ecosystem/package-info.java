/**
 * The analyses of a hub's ecosystem after published studies, each a pure function of a snapshot.
 *
 * <p>One package a topic computes; {@link dev.clade.lineage.ecosystem.report} says what a report
 * is, {@link dev.clade.report.render} how it looks. {@link dev.clade.lineage.ecosystem.Analyses}
 * lists what can be asked for.
 */
package dev.clade.lineage.ecosystem;
