package dev.clade.ingest.imports;

import dev.clade.ingest.feed.FeedHead;
import dev.clade.ingest.format.FileFormat;
import dev.clade.ingest.format.RecordParser;
import dev.clade.ingest.format.TsvParser;
import dev.clade.ingest.format.UnreadableFileException;
import dev.clade.ingest.store.ImportNotOverException;
import dev.clade.ingest.store.PassingTrouble;
import dev.clade.ingest.store.RefusedSource;
import dev.clade.ingest.store.ReplayWriter;
import dev.clade.ingest.store.Replayed;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Reads refused records again, for instance after a fix of the rules. It blocks. */
@ApplicationScoped
public class QuarantineReplay {
  /** Records of one transaction; each may be as long as {@code QuarantinedRecord.KEPT_BYTES}. */
  private static final int BATCH_RECORDS = 200;

  private final ReplayWriter writer;
  private final FeedHead feed;

  @Inject
  QuarantineReplay(ReplayWriter writer, FeedHead feed) {
    this.writer = writer;
    this.feed = feed;
  }

  /**
   * Reads an import's refused records again, each once. Those that are accepted now enter the
   * catalogue and leave the quarantine.
   *
   * @param stopped asked between batches; when true the rest is left as it is
   * @throws CladeException {@link Reason#IMPORT_NOT_FOUND}, {@link Reason#IMPORT_NOT_OVER}, or
   *     {@link Reason#DATABASE_UNAVAILABLE}, when what was replayed so far stays replayed
   */
  public Replayed replay(UUID importId, BooleanSupplier stopped) {
    Replayed sum = Replayed.NONE;
    long line = 0;
    boolean last = false;
    while (!last && !stopped.getAsBoolean()) {
      ReplayWriter.Batch batch = next(importId, line);
      if (batch.head() > 0) {
        feed.advance(batch.head());
      }
      sum = sum.and(batch.sum());
      line = batch.lastLine();
      last = batch.last();
    }
    return sum;
  }

  private ReplayWriter.Batch next(UUID importId, long afterLine) {
    try {
      return writer
          .replay(importId, afterLine, BATCH_RECORDS, QuarantineReplay::parser)
          .orElseThrow(() -> IngestResource.IMPORT.notFound(importId));
    } catch (ImportNotOverException e) {
      String name = IngestResource.IMPORT.of(importId);
      throw new CladeException(
          Reason.IMPORT_NOT_OVER,
          "the refused records of %s cannot be read again yet; %s".formatted(name, e.getMessage()),
          Map.of("resource", name),
          e);
    } catch (SQLException e) {
      if (PassingTrouble.is(e)) {
        throw new CladeException(
            Reason.DATABASE_UNAVAILABLE,
            "the database cannot be reached or does not answer; try again",
            Map.of(),
            e);
      }
      throw new IllegalStateException("replaying refused records failed", e);
    }
  }

  private static Optional<RecordParser> parser(RefusedSource source) {
    if (source.kind() == null) {
      return Optional.empty();
    }
    if (source.format() == null) {
      return Optional.of(RecordParser.ofJson(FileFormat.JSONL, source.kind()));
    }
    return switch (source.format()) {
      // What is kept of a dump's records is in the form of the hub's own, as lines are.
      case JSONL, HUB_STATS, HF_COMMUNITY, PEATMOSS ->
          Optional.of(RecordParser.ofJson(source.format(), source.kind()));
      case TSV -> tableParser(source);
    };
  }

  private static Optional<RecordParser> tableParser(RefusedSource source) {
    if (source.header() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(TsvParser.of(source.header(), source.kind()));
    } catch (UnreadableFileException e) {
      throw new IllegalStateException("a header that was read before", e);
    }
  }
}
