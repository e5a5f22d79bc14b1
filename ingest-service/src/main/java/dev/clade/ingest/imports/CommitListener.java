package dev.clade.ingest.imports;

/** Is told of what imports commit. */
@FunctionalInterface
interface CommitListener {
  /**
   * Takes a commit in.
   *
   * @param head head of the feed after it
   * @param traceparent W3C trace context of the call that asked for the import; may be empty
   */
  void committed(long head, String traceparent);
}
