package dev.clade.ingest.store;

import java.util.List;

/**
 * Successive records of a source that are committed together.
 *
 * @param from checkpoint before them
 * @param to checkpoint behind them
 * @param progress how far the source is read then
 * @param rows accepted records, in their order
 * @param quarantined refused records, in their order
 * @param parts what else is written with them
 * @param last whether the source ends here
 */
public record ImportBatch(
    String from,
    String to,
    ImportProgress progress,
    List<ArtifactRow> rows,
    List<QuarantinedRecord> quarantined,
    List<BatchPart> parts,
    boolean last) {

  /** Takes unmodifiable copies of the lists. */
  public ImportBatch {
    rows = List.copyOf(rows);
    quarantined = List.copyOf(quarantined);
    parts = List.copyOf(parts);
  }
}
