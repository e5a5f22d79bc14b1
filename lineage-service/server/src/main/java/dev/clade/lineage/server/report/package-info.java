/**
 * Reports: what an analysis finds in a snapshot, computed once and kept.
 *
 * <p>{@link dev.clade.lineage.server.report.Reports} is what callers ask, {@link
 * dev.clade.lineage.server.report.ReportRunner} computes one after the other, and the store in
 * PostgreSQL keeps what was found and who computes what. A server that ends while it computes loses
 * its lease on the report, and whoever asks next computes it anew.
 */
package dev.clade.lineage.server.report;
