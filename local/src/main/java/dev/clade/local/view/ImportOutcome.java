package dev.clade.local.view;

import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.QuarantinedRecord;
import java.util.List;

/**
 * What an import did.
 *
 * @param name resource name of the import
 * @param counts what became of the records
 * @param lastSequence the feed's sequence after the import's last change
 * @param seconds from the start of the command to the last record stored
 * @param firstQuarantined the first refused records
 */
public record ImportOutcome(
    String name,
    ImportCounts counts,
    long lastSequence,
    double seconds,
    List<QuarantinedRecord> firstQuarantined) {}
