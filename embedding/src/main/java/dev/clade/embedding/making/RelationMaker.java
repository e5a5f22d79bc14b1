package dev.clade.embedding.making;

import dev.clade.embedding.duplicate.DisjointSets;
import dev.clade.embedding.duplicate.NearDuplicates;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.repository.DeclaredRelation;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryRecord;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Finds the rows that repositories name, and what they are to each other. */
public final class RelationMaker {
  private static final Pattern QUANTISED_NAME =
      Pattern.compile(
          ".*(?:gguf|ggml|gptq|awq|exl2|bnb|[-_.](?:4|5|6|8)bit|[-_.]int[48]|[-_.]q[2-8]_).*");

  private final List<RepositoryRecord> records;
  private final Object2IntOpenHashMap<String> rows = new Object2IntOpenHashMap<>();

  /** Prepares to find rows by kind and identifier, regardless of case. */
  public RelationMaker(List<RepositoryRecord> records) {
    this.records = List.copyOf(records);
    rows.defaultReturnValue(-1);
    for (int row = 0; row < records.size(); row++) {
      RepositoryRecord record = records.get(row);
      rows.putIfAbsent(key(record, record.id()), row);
    }
  }

  /** Returns what the rows declare of each other. Parents that are no row are not there. */
  public LineageGraph graph() {
    return new LineageGraph(
        parents(), groups(RelationKind.TRAINED_ON), groups(RelationKind.USED_IN));
  }

  /**
   * Returns for each row the numbers of what it names in relations of a kind, whether that is a row
   * or not: rows with a number in common name the same.
   */
  public int[][] groups(RelationKind kind) {
    Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    int[][] groups = new int[records.size()][];
    for (int row = 0; row < groups.length; row++) {
      groups[row] =
          records.get(row).targets(kind).stream()
              .map(target -> target.toLowerCase(Locale.ROOT))
              .distinct()
              .mapToInt(target -> numbers.computeIfAbsent(target, each -> numbers.size()))
              .toArray();
    }
    return groups;
  }

  /**
   * Returns the relations of rows.
   *
   * @param card the words of cards, which tell near copies
   * @param heldOut rows whose declared parents are hidden
   */
  public Relations relations(TokenBags card, IntPredicate heldOut) {
    int[][] parents = graph().hiding(heldOut).parents();
    long[] created =
        records.stream()
            .mapToLong(each -> each.createdAt().map(Instant::getEpochSecond).orElse(0L))
            .toArray();
    return new Relations(created, parents, families(parents), duplicates(card, parents));
  }

  /**
   * Returns for each row the family that it is in.
   *
   * @param parents of each row
   */
  public static int[] families(int[][] parents) {
    DisjointSets families = new DisjointSets(parents.length);
    for (int row = 0; row < parents.length; row++) {
      for (int parent : parents[row]) {
        families.join(row, parent);
      }
    }
    return families.roots();
  }

  /** Returns for each row its group of nearly the same cards. */
  public static int[] cardCopies(TokenBags card) {
    List<int[]> sets = new ArrayList<>(card.rows());
    for (int row = 0; row < card.rows(); row++) {
      sets.add(Arrays.copyOfRange(card.tokens(), card.offsets()[row], card.offsets()[row + 1]));
    }
    return NearDuplicates.groups(sets);
  }

  /** Returns whether a repository says, or is called as if, it holds less precise copies. */
  public static boolean isQuantised(RepositoryRecord record) {
    return record.relations().stream().anyMatch(each -> each.kind() == RelationKind.QUANTIZED)
        || isCalledQuantised(record.name());
  }

  /** Returns whether a name is one of less precise copies. */
  public static boolean isCalledQuantised(String name) {
    return QUANTISED_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private int[] duplicates(TokenBags card, int[][] parents) {
    DisjointSets copies = new DisjointSets(parents.length);
    int[] cards = cardCopies(card);
    Int2IntOpenHashMap quantised = new Int2IntOpenHashMap();
    quantised.defaultReturnValue(-1);
    for (int row = 0; row < parents.length; row++) {
      copies.join(row, cards[row]);
      if (parents[row].length == 1 && isQuantised(records.get(row))) {
        int first = quantised.putIfAbsent(parents[row][0], row);
        copies.join(row, first < 0 ? row : first);
      }
    }
    return copies.roots();
  }

  private int[][] parents() {
    int[][] parents = new int[records.size()][];
    for (int row = 0; row < parents.length; row++) {
      IntArrayList found = new IntArrayList();
      for (DeclaredRelation relation : records.get(row).relations()) {
        int target =
            relation.kind().isDerivation()
                ? rows.getInt(key(records.get(row), relation.target()))
                : -1;
        if (target >= 0 && target != row && !found.contains(target)) {
          found.add(target);
        }
      }
      parents[row] = found.toIntArray();
    }
    return parents;
  }

  private static String key(RepositoryRecord record, String id) {
    return record.kind() + "/" + id.toLowerCase(Locale.ROOT);
  }
}
