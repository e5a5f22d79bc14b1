package dev.clade.ingest.store;

import dev.clade.ingest.format.Checkpoint;
import java.util.List;

/**
 * Successive records of a file that are committed together.
 *
 * @param from where the file was read before
 * @param to where it is read now
 * @param readBytes bytes of the stored file read up to {@code to}
 * @param rows accepted records, in the order of the file
 * @param quarantined refused records, in the order of the file
 * @param last whether the file ends here
 */
public record ImportBatch(
    Checkpoint from,
    Checkpoint to,
    long readBytes,
    List<ArtifactRow> rows,
    List<QuarantinedRecord> quarantined,
    boolean last) {}
