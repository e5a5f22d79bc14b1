package dev.clade.ingest.store;

/** An import may still read records, so those that it refused cannot be read again yet. */
public final class ImportNotOverException extends Exception {
  ImportNotOverException(ImportState state) {
    super("the import is " + state);
  }
}
