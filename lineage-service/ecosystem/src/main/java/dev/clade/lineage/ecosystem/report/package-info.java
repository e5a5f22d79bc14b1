/**
 * What an analysis is: it answers with a {@link dev.clade.report.Report}.
 *
 * <p>An {@link dev.clade.lineage.ecosystem.report.Analysis} is a pure function of a snapshot, of
 * the hub's commits if its type asks for them, and of its checked {@link
 * dev.clade.lineage.ecosystem.report.Parameters}; so a report is known by the analysis, its
 * version, the parameters and the snapshot's position.
 */
package dev.clade.lineage.ecosystem.report;
