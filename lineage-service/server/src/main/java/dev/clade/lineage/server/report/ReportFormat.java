package dev.clade.lineage.server.report;

/** What kind of file a report is written to. */
public enum ReportFormat {
  /** The whole report as JSON. */
  JSON("application/json", "json"),
  /** A table as comma-separated values. */
  CSV("text/csv; charset=utf-8", "csv"),
  /** All tables, a file each. */
  CSV_ZIP("application/zip", "zip"),
  /** A page with its figures inside. */
  HTML("text/html; charset=utf-8", "html");

  private final String mediaType;
  private final String ending;

  ReportFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** Returns the media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns what the names of such files end with, behind the dot. */
  public String ending() {
    return ending;
  }
}
