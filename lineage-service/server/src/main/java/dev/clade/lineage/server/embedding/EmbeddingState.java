package dev.clade.lineage.server.embedding;

/** How far a version is. */
public enum EmbeddingState {
  /** Repositories wait to be encoded or are being encoded. */
  ENCODING,
  /** It can be served. */
  READY,
  /** It cannot be served. */
  FAILED
}
