package dev.clade.lineage.server.report;

import dev.clade.report.Report;
import dev.clade.report.render.HtmlPage;
import java.time.Duration;
import java.time.Instant;

/** Writes reports in the form that they are stored and sent in, and reads them again. */
public interface ReportCodec {
  /**
   * Writes a report.
   *
   * @param time when it was computed
   * @param took how long that took
   */
  ReportDocument encode(ReportKey key, Report report, Instant time, Duration took);

  /** Reads all of a report. */
  Decoded decode(byte[] document);

  /** Returns all of a report as JSON. */
  String json(byte[] document);

  /**
   * A report that was read.
   *
   * @param heading what stands above it
   * @param report what was found
   */
  record Decoded(HtmlPage.Heading heading, Report report) {}
}
