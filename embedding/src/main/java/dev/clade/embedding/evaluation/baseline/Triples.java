package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.repository.DeclaredRelation;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.TagTokens;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Statements of a head, a relation and a tail.
 *
 * @param entities how many things there are; repositories are the first, by their rows
 * @param relations how many relations there are
 * @param heads of each statement
 * @param kinds the relation of each statement
 * @param tails of each statement
 */
public record Triples(int entities, int relations, int[] heads, int[] kinds, int[] tails) {
  /** The relation of a repository to what it was derived from. */
  public static final int DERIVED_FROM = 0;

  /**
   * Checks that the arrays fit together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public Triples {
    if (kinds.length != heads.length || tails.length != heads.length) {
      throw new IllegalArgumentException("each statement must have a head, a relation and a tail");
    }
  }

  /**
   * Returns what repositories say of themselves: the parents that may be seen, owner, datasets,
   * spaces, papers and tags, less what leaks.
   *
   * @param visible parents that may be seen
   */
  public static Triples of(List<RepositoryRecord> records, LineageGraph visible, LeakList leaks) {
    Builder builder = new Builder(records.size());
    for (int row = 0; row < records.size(); row++) {
      RepositoryRecord record = records.get(row);
      for (int parent : visible.parents()[row]) {
        builder.add(row, DERIVED_FROM, parent);
      }
      builder.add(row, "owner", record.owner());
      for (DeclaredRelation each : record.relations()) {
        if (!each.kind().isDerivation()) {
          builder.add(row, each.kind().name(), each.target());
        }
      }
      for (String token : TagTokens.of(record, leaks)) {
        int end = fieldEnd(token);
        builder.add(row, token.substring(0, end), token.substring(end));
      }
    }
    return builder.build();
  }

  /** Returns how many statements there are. */
  public int count() {
    return heads.length;
  }

  private static int fieldEnd(String token) {
    int end = 0;
    while (end < token.length() && token.charAt(end) != ':' && token.charAt(end) != '=') {
      end++;
    }
    return end;
  }

  private static final class Builder {
    private final IntArrayList heads = new IntArrayList();
    private final IntArrayList kinds = new IntArrayList();
    private final IntArrayList tails = new IntArrayList();
    private final Object2IntOpenHashMap<String> relations = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> things = new Object2IntOpenHashMap<>();
    private final int rows;

    Builder(int rows) {
      this.rows = rows;
    }

    void add(int head, String relation, String thing) {
      int kind = relations.computeIfAbsent(relation, each -> 1 + relations.size());
      String name = relation + ' ' + thing.toLowerCase(Locale.ROOT);
      add(head, kind, things.computeIfAbsent(name, each -> rows + things.size()));
    }

    void add(int head, int kind, int tail) {
      heads.add(head);
      kinds.add(kind);
      tails.add(tail);
    }

    Triples build() {
      return new Triples(
          rows + things.size(),
          1 + relations.size(),
          heads.toIntArray(),
          kinds.toIntArray(),
          tails.toIntArray());
    }
  }
}
