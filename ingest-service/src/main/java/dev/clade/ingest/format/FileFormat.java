package dev.clade.ingest.format;

import java.util.Locale;
import java.util.Optional;

/** The formats that can be imported. The names are stored and never change their meaning. */
public enum FileFormat {
  /** One JSON object a line, as the hub's list API gives repositories. */
  JSONL,
  /** Tab-separated with a header line. */
  TSV,
  /** The hub-stats tables: Parquet whose rows are the hub's list answers, one file a kind. */
  HUB_STATS,
  /**
   * Zip archive of HFCommunity's tables, CSV or Parquet, with repositories of every kind, their
   * commits and their discussions.
   */
  HF_COMMUNITY,
  /** PeaTMOSS' metadata of models: one JSON list. */
  PEATMOSS;

  /** Tells the format by a file's ending, with {@code .gz} behind it or not. */
  public static Optional<FileFormat> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return switch (ending) {
      case "jsonl", "ndjson" -> Optional.of(JSONL);
      case "tsv" -> Optional.of(TSV);
      case "parquet" -> Optional.of(HUB_STATS);
      case "zip" -> Optional.of(HF_COMMUNITY);
      case "json" -> Optional.of(PEATMOSS);
      default -> Optional.empty();
    };
  }
}
