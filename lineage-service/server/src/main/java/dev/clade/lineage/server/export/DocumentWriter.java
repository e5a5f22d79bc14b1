package dev.clade.lineage.server.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a part of a graph in one format, the same each time. */
@FunctionalInterface
interface DocumentWriter {
  /** Writes a whole document and leaves the stream open. */
  void write(Subgraph subgraph, OutputStream out) throws IOException;
}
