package dev.clade.local.view;

import dev.clade.lineage.v1.ExportHeader;
import java.nio.file.Path;

/** Says what document was written. */
public final class ExportView {
  private ExportView() {}

  /** Returns what a document is and where it went, and whether it is cut. */
  public static String render(ExportHeader header, Path file) {
    String written =
        "%s: %,d bytes of %s; feed at %d%n"
            .formatted(
                file, header.getSizeBytes(), header.getMediaType(), header.getSnapshotSequence());
    return header.hasTruncation() ? written + TruncationWords.of(header.getTruncation()) : written;
  }
}
