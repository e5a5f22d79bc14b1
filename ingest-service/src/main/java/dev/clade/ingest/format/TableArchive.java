package dev.clade.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks the tables of a zip archive. Only tables that are asked for are unpacked, under names of
 * their own and never under the archive's, and together they may be no more than {@value
 * #MOST_EXPANSION} times as large as the archive, so that no archive fills the disk.
 */
final class TableArchive implements Closeable {
  /** How many times larger than the archive its tables may be; text packs 5 to 15 times. */
  static final int MOST_EXPANSION = 32;

  /** What may be unpacked of however small an archive. */
  static final long ALWAYS_ALLOWED_BYTES = 64L * 1024 * 1024;

  private static final int BUFFER_BYTES = 64 * 1024;

  /** Card texts and descriptions lie in one line each. */
  private static final int LONGEST_LINE_BYTES = 16 * 1024 * 1024;

  private static final int MOST_HEADER_BYTES = 64 * 1024;

  private final ZipFile archive;
  private final Path folder;
  private long allowedBytes;

  private TableArchive(ZipFile archive, Path folder, long allowedBytes) {
    this.archive = archive;
    this.folder = folder;
    this.allowedBytes = allowedBytes;
  }

  /**
   * Opens an archive.
   *
   * @param folder where its tables may be unpacked
   * @throws UnreadableFileException when the file is no archive
   */
  static TableArchive open(Path file, Path folder) throws IOException {
    try {
      long allowed = Math.max(ALWAYS_ALLOWED_BYTES, MOST_EXPANSION * Files.size(file));
      return new TableArchive(new ZipFile(file.toFile()), folder, allowed);
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  /**
   * Unpacks tables, each of which may be asked for once.
   *
   * @param wanted names of tables, in small letters
   * @return SQL that reads each table that is there, by its name
   * @throws UnreadableFileException when the archive is damaged, or not to be trusted
   */
  Map<String, String> unpack(Set<String> wanted) throws IOException {
    try {
      return unpacked(wanted);
    } catch (ZipException e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private Map<String, String> unpacked(Set<String> wanted) throws IOException {
    Map<String, String> tables = new HashMap<>();
    for (ZipEntry entry : Collections.list(archive.entries())) {
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("/") || List.of(name.split("/")).contains("..")) {
        throw new UnreadableFileException("must not contain paths that lead out of it", null);
      }
      String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      int dot = file.lastIndexOf('.');
      String table = file.substring(0, Math.max(0, dot));
      boolean csv = file.endsWith(".csv");
      if (!wanted.contains(table) || !(csv || file.endsWith(".parquet"))) {
        continue;
      }
      if (tables.containsKey(table)) {
        throw new UnreadableFileException("must contain the table %s once".formatted(table), null);
      }
      Path unpacked = folder.resolve(file);
      unpack(entry, unpacked);
      tables.put(table, csv ? csv(unpacked) : parquet(unpacked));
    }
    return tables;
  }

  private void unpack(ZipEntry entry, Path unpacked) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    CRC32 checksum = new CRC32();
    try (InputStream from = new CheckedInputStream(archive.getInputStream(entry), checksum);
        OutputStream to = Files.newOutputStream(unpacked, StandardOpenOption.CREATE_NEW)) {
      for (int bytes = from.read(buffer); bytes >= 0; bytes = from.read(buffer)) {
        allowedBytes -= bytes;
        if (allowedBytes < 0) {
          throw new UnreadableFileException(
              "must unpack to at most %d times its size".formatted(MOST_EXPANSION), null);
        }
        if (Thread.interrupted()) {
          throw new InterruptedIOException("unpacking was stopped");
        }
        to.write(buffer, 0, bytes);
      }
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw new ZipException("the checksum of %s is wrong".formatted(entry.getName()));
    }
  }

  private static UnreadableFileException damaged(ZipException e) {
    return new UnreadableFileException("must be a whole zip archive", e);
  }

  private static String parquet(Path file) {
    return "read_parquet(%s, binary_as_string = true)".formatted(DuckDb.text(file.toString()));
  }

  /** The columns are told rather than guessed: a guess passes over lines that do not fit it. */
  private static String csv(Path file) throws IOException {
    String columns =
        header(file).stream()
            .map(column -> DuckDb.text(column) + ": 'VARCHAR'")
            .collect(Collectors.joining(", "));
    return """
    read_csv(%s, header = true, auto_detect = false, columns = {%s}, delim = ',', quote = '"', \
    escape = '"', nullstr = ['', 'NULL', '\\N'], max_line_size = %d, buffer_size = %d)"""
        .formatted(
            DuckDb.text(file.toString()), columns, LONGEST_LINE_BYTES, 2 * LONGEST_LINE_BYTES);
  }

  private static List<String> header(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      String start = new String(content.readNBytes(MOST_HEADER_BYTES), StandardCharsets.UTF_8);
      String header = start.lines().findFirst().orElse("").replace("\ufeff", "");
      List<String> columns =
          Arrays.stream(header.split(",")).map(name -> name.replace("\"", "").strip()).toList();
      if (Set.copyOf(columns).size() < columns.size() || columns.contains("")) {
        throw new UnreadableFileException(
            "must have a header line of different names in the table " + file.getFileName(), null);
      }
      return columns;
    }
  }
}
