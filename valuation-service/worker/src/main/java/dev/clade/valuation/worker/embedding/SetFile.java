package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads sets of repositories from files of records. */
public final class SetFile {
  private SetFile() {}

  /**
   * Reads a set.
   *
   * @param name its resource name
   * @param digest the file's, as {@link #digest} has it
   * @throws IllegalArgumentException when the file is none of records, or damaged
   */
  public static RepositorySet read(String name, Path file, String digest) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      RecordReader reader = new RecordReader(in);
      List<RepositoryRecord> records = new ArrayList<>();
      reader.forEach(records::add);
      return new RepositorySet(name, digest, reader.snapshot(), records);
    }
  }

  /** Returns the SHA-256 of a file in hexadecimal digits. */
  public static String digest(Path file) throws IOException {
    MessageDigest sha = sha256();
    try (OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
      Files.copy(file, digested);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
