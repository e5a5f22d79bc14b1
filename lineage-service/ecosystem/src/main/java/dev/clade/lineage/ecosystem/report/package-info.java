/**
 * What an analysis is and what it answers with: a report of tables and figures that anybody can
 * read without knowing the analysis.
 *
 * <p>An {@link dev.clade.lineage.ecosystem.report.Analysis} is a pure function of a snapshot, of
 * the hub's commits if its type asks for them, and of its checked {@link
 * dev.clade.lineage.ecosystem.report.Parameters}; so a report is known by the analysis, its
 * version, the parameters and the snapshot's position. How a report looks is the business of {@link
 * dev.clade.lineage.ecosystem.render}.
 */
package dev.clade.lineage.ecosystem.report;
