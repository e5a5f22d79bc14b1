package dev.clade.ingest.store;

/** Somebody paused or cancelled the import; it must not be read on. */
public final class ImportHaltedException extends Exception {
  private static final long serialVersionUID = 1L;

  ImportHaltedException(ImportState state) {
    super("the import is " + state);
  }
}
