package dev.clade.ingest.store;

/** Another instance imports now; what this one was about to write was not written. */
public final class LeaseLostException extends Exception {
  LeaseLostException() {
    super("another instance holds the import lease");
  }
}
