package dev.clade.lineage.server.report;

import java.time.Instant;

/**
 * Where a report stands.
 *
 * @param id the report
 * @param state how far it is
 * @param sequence the last change of the feed that the snapshot includes
 * @param createTime when it was first asked for
 */
public record ReportStatus(String id, ReportState state, long sequence, Instant createTime) {}
