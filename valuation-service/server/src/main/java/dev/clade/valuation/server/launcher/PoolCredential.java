package dev.clade.valuation.server.launcher;

import dev.clade.runtime.certificate.PrivateFile;
import dev.clade.valuation.server.credential.WorkerCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The credential that all child processes share, in a file that only this account can read and that
 * they read again: it is written anew long before it expires.
 */
final class PoolCredential implements AutoCloseable {
  static final Duration LIFETIME = Duration.ofHours(1);

  private final WorkerCredentials credentials;
  private final String subject;
  private final Path folder;
  private long writtenNanos;
  private boolean written;

  /**
   * Creates a folder for the file, which is not there yet.
   *
   * @param subject whom the credential names
   */
  PoolCredential(WorkerCredentials credentials, String subject) {
    this.credentials = credentials;
    this.subject = subject;
    try {
      folder = Files.createTempDirectory("clade-workers-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where the credential is. */
  Path file() {
    return folder.resolve("token");
  }

  /** Writes the credential, if there is none or half of its time is over. */
  void refresh() {
    if (written && System.nanoTime() - writtenNanos < LIFETIME.toNanos() / 2) {
      return;
    }
    try {
      PrivateFile.write(file(), credentials.issue(subject, Optional.empty(), LIFETIME));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write workers' credential", e);
    }
    written = true;
    writtenNanos = System.nanoTime();
  }

  /** Removes the file. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file());
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
