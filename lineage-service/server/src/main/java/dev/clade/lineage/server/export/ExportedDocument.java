package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.walk.Lineage;

/**
 * A document.
 *
 * @param mediaType media type, with parameters
 * @param fileName name to keep it under: ASCII letters, digits, {@code .}, {@code _} and {@code -}
 * @param content its bytes; not to be changed
 * @param members the artifacts in it, with the snapshot that they are of and where it is cut
 */
public record ExportedDocument(String mediaType, String fileName, byte[] content, Lineage members) {
  /** Returns the last change of the feed that the document includes. */
  public long sequence() {
    return members.graph().sequence();
  }
}
