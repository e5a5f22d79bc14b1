package dev.clade.lineage.ecosystem.reference;

import java.io.Reader;
import java.util.Collections;
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
    return TableRow.beside(owner, resource, ReferenceTable::read);
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
    for (TableRow row :
        TableRow.read(
            table, "the table", COLUMNS, "must have a word, what it stands for and a source")) {
      if (meanings.put(row.columns().get(0), row.columns().get(1)) != null) {
        throw row.bad("must have a word that no other line has");
      }
    }
    return Collections.unmodifiableSortedMap(meanings);
  }
}
