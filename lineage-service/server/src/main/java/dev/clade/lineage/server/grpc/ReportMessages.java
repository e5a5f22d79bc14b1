package dev.clade.lineage.server.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.clade.lineage.server.report.ReportCodec;
import dev.clade.lineage.server.report.ReportDocument;
import dev.clade.lineage.server.report.ReportKey;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.render.HtmlPage;
import dev.clade.runtime.grpc.Times;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Reports as messages of the contract, in which they are stored too. */
@Singleton
final class ReportMessages implements ReportCodec {
  @Override
  public ReportDocument encode(ReportKey key, Report report, Instant time, Duration took) {
    dev.clade.lineage.v1.Report summary =
        dev.clade.lineage.v1.Report.newBuilder()
            .setName(ReportNames.of(key.id()))
            .setAnalysis(key.analysis().name())
            .setTitle(key.analysis().title())
            .putAllParameters(key.parameters().values())
            .setSnapshotSequence(key.sequence())
            .setCreateTime(Times.timestamp(time))
            .setComputeDuration(Times.duration(took))
            .addAllCoverage(report.coverage().stream().map(ReportMessages::of).toList())
            .addAllNotes(report.notes())
            .addAllSources(key.analysis().sources().stream().map(ReportMessages::of).toList())
            .build();
    dev.clade.lineage.v1.Report document =
        summary.toBuilder()
            .addAllTables(report.tables().stream().map(TableMessages::of).toList())
            .addAllFigures(report.figures().stream().map(FigureMessages::of).toList())
            .build();
    return new ReportDocument(summary.toByteArray(), document.toByteArray());
  }

  @Override
  public Decoded decode(byte[] document) {
    dev.clade.lineage.v1.Report stored = parse(document);
    HtmlPage.Heading heading =
        new HtmlPage.Heading(
            stored.getTitle(),
            "Snapshot at change %,d".formatted(stored.getSnapshotSequence()),
            new TreeMap<>(stored.getParametersMap()),
            stored.getSourcesList().stream()
                .map(each -> new Source(each.getCitation(), each.getLocator()))
                .toList());
    List<Report.Fact> coverage =
        stored.getCoverageList().stream()
            .map(each -> new Report.Fact(each.getDescription(), each.getCount()))
            .toList();
    return new Decoded(
        heading,
        new Report(
            coverage,
            stored.getTablesList().stream().map(TableMessages::read).toList(),
            stored.getFiguresList().stream().map(FigureMessages::read).toList(),
            stored.getNotesList()));
  }

  @Override
  public String json(byte[] document) {
    try {
      return JsonFormat.printer()
          .preservingProtoFieldNames()
          .alwaysPrintFieldsWithNoPresence()
          .sortingMapKeys()
          .print(parse(document));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a report holds no message of unknown type", e);
    }
  }

  /** Returns a report as it was stored. */
  static dev.clade.lineage.v1.Report parse(byte[] stored) {
    try {
      return dev.clade.lineage.v1.Report.parseFrom(stored);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the database has a report that is none", e);
    }
  }

  static dev.clade.lineage.v1.Source of(Source source) {
    return dev.clade.lineage.v1.Source.newBuilder()
        .setCitation(source.citation())
        .setLocator(source.locator())
        .build();
  }

  private static dev.clade.lineage.v1.Report.Fact of(Report.Fact fact) {
    return dev.clade.lineage.v1.Report.Fact.newBuilder()
        .setDescription(fact.what())
        .setCount(fact.count())
        .build();
  }
}
