package dev.clade.ingest.store;

import dev.clade.ingest.artifact.FieldRules;
import dev.clade.ingest.artifact.Relation;
import dev.clade.ingest.artifact.RelationType;
import java.util.ArrayList;
import java.util.List;

/** Lists as the database keeps them: one text, its entries joined. */
final class Joined {
  /** Stands between two entries; {@link FieldRules} lets no entry contain it. */
  static final char SEPARATOR = FieldRules.SEPARATOR;

  private Joined() {}

  static String join(List<String> entries) {
    return String.join(String.valueOf(SEPARATOR), entries);
  }

  static List<String> split(String joined) {
    if (joined.isEmpty()) {
      return List.of();
    }
    List<String> entries = new ArrayList<>();
    int start = 0;
    for (int end = joined.indexOf(SEPARATOR); end >= 0; end = joined.indexOf(SEPARATOR, start)) {
      entries.add(joined.substring(start, end));
      start = end + 1;
    }
    entries.add(joined.substring(start));
    return entries;
  }

  static String entryOf(Relation relation) {
    return relation.type().code() + " " + relation.upstream();
  }

  static Relation relationOf(String entry) {
    int space = entry.indexOf(' ');
    short code = (short) Integer.parseInt(entry, 0, space, 10);
    return new Relation(RelationType.ofCode(code), entry.substring(space + 1));
  }
}
