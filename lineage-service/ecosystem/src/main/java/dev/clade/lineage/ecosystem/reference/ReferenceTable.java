package dev.clade.lineage.ecosystem.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads tables of words. */
public final class ReferenceTable {
  private static final int COLUMNS = 3;

  private ReferenceTable() {}

  /**
   * Reads a table that stands beside a class.
   *
   * @return what each word stands for, by word
   */
  public static SortedMap<String, String> beside(Class<?> owner, String resource) {
    try (InputStream table = owner.getResourceAsStream(resource)) {
      return read(new InputStreamReader(table, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a header line, then a line a word with the word, what it stands for and the
   * source, separated by tabs.
   *
   * @return what each word stands for, by word; unchangeable
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static SortedMap<String, String> read(Reader table) {
    SortedMap<String, String> meanings = new TreeMap<>();
    List<String> lines = new BufferedReader(table).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      List<String> columns = List.of(lines.get(i).split("\t", -1));
      if (columns.size() != COLUMNS || columns.stream().anyMatch(String::isBlank)) {
        throw bad(i + 1, "must have a word, what it stands for and a source");
      }
      if (meanings.put(columns.get(0), columns.get(1)) != null) {
        throw bad(i + 1, "must have a word that no other line has");
      }
    }
    return Collections.unmodifiableSortedMap(meanings);
  }

  private static IllegalArgumentException bad(int line, String rule) {
    return new IllegalArgumentException("line %d of the table: %s".formatted(line, rule));
  }
}
