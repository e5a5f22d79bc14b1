package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.store.ArtifactRow;
import dev.clade.ingest.store.BatchPart;
import dev.clade.ingest.store.QuarantinedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a step read at once. Not for use by several threads. */
final class StepResult {
  private final List<ArtifactRow> rows = new ArrayList<>();
  private final List<QuarantinedRecord> refused = new ArrayList<>();
  private final List<BatchPart> parts = new ArrayList<>();
  private final long recordsBefore;
  private String cursor = "";
  private boolean ended;

  StepResult(CrawlCheckpoint from) {
    this.recordsBefore = from.records();
  }

  void add(ArtifactRow row) {
    rows.add(row);
  }

  /** Adds a record that was refused. */
  void add(ArtifactKind kind, byte[] raw, RefusedRecordException refusal) {
    long line = recordsBefore + records() + 1;
    refused.add(QuarantinedRecord.of(Optional.of(kind), line, raw, raw.length, refusal));
  }

  /** Adds what is written with the rows, behind them and in the order added. */
  void add(BatchPart part) {
    parts.add(part);
  }

  /** Says where the step goes on. */
  void goOn(String nextCursor) {
    cursor = nextCursor;
  }

  /** Says that the step is over. */
  void end() {
    ended = true;
  }

  List<ArtifactRow> rows() {
    return rows;
  }

  List<QuarantinedRecord> refused() {
    return refused;
  }

  List<BatchPart> parts() {
    return parts;
  }

  int records() {
    return rows.size() + refused.size();
  }

  String cursor() {
    return cursor;
  }

  boolean isEnded() {
    return ended;
  }
}
