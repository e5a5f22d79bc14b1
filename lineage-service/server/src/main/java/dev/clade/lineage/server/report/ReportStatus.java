package dev.clade.lineage.server.report;

import dev.clade.runtime.error.CladeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a report stands.
 *
 * @param id the report
 * @param state how far it is
 * @param sequence the last change of the feed that the snapshot includes
 * @param createTime when it was first asked for
 * @param failure why there will be no report unless it is asked for again: of one that failed or
 *     was given up
 */
public record ReportStatus(
    String id,
    ReportState state,
    long sequence,
    Instant createTime,
    Optional<CladeException> failure) {}
