package dev.clade.ingest.format;

import java.util.Locale;
import java.util.Optional;

/** The formats that can be imported. The names are stored and never change their meaning. */
public enum FileFormat {
  /** One JSON object a line, as the hub's list API gives models. */
  JSONL,
  /** Tab-separated with a header line. */
  MODELS_TSV;

  /** Tells the format by a file's ending, with {@code .gz} behind it or not. */
  public static Optional<FileFormat> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson")) {
      return Optional.of(JSONL);
    }
    return plain.endsWith(".tsv") ? Optional.of(MODELS_TSV) : Optional.empty();
  }
}
