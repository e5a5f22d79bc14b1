package dev.clade.ingest.format;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HFCommunity's database as an archive of its tables, each CSV with a header line or Parquet, of
 * version 1.0 or 1.1: its repositories, of every kind, then their commits, then their discussions.
 * The record says what it is and of which kind of repository.
 *
 * <p>All of it is first sorted by the repository's place, so that afterwards a page of records is
 * had from little memory.
 */
final class HfCommunityDump implements Dump {
  private static final String RULE =
      "must be a zip archive of HFCommunity's tables, each whole and CSV with a header line, commas"
          + " and double quotes in UTF-8, or Parquet";

  private static final long PAGE_SIZE = 5_000;

  private final Connection connection;
  private final Path file;
  private final Path folder;
  private final long pageSize;
  private final List<Section> sections = new ArrayList<>();
  private long size;

  /**
   * Takes an archive.
   *
   * @param folder where its tables may be unpacked
   */
  HfCommunityDump(Connection connection, Path file, Path folder) {
    this(connection, file, folder, PAGE_SIZE);
  }

  /** Takes an archive, to be read in pages of at most so many records. */
  HfCommunityDump(Connection connection, Path file, Path folder, long pageSize) {
    this.connection = connection;
    this.file = file;
    this.folder = folder;
    this.pageSize = pageSize;
  }

  /** A page ends with its section. */
  @Override
  public Page page(long first) throws IOException, SQLException {
    if (sections.isEmpty()) {
      prepare();
    }
    long start = 0;
    for (Section section : sections) {
      long end = start + section.size();
      if (first < end) {
        long pageEnd = Math.min(first + pageSize, end);
        return new Page(section.records(first - start, pageEnd - start), pageEnd == size);
      }
      start = end;
    }
    return new Page("SELECT '' WHERE false", true);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String rule() {
    return RULE;
  }

  private void prepare() throws IOException, SQLException {
    Set<String> wanted = new HashSet<>(HfCommunityRepositories.TABLES);
    wanted.addAll(HfCommunityActivity.TABLES);
    try (TableArchive archive = TableArchive.open(file, folder)) {
      Map<String, String> tables = archive.unpack(wanted);
      sections.add(HfCommunityRepositories.of(connection, tables));
      sections.addAll(HfCommunityActivity.of(connection, archive, tables));
    }
    size = sections.stream().mapToLong(Section::size).sum();
  }
}
