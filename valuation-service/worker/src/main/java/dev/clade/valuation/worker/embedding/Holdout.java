package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.evaluation.Splits;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A set of repositories of which some are held out: what these declare as parents is hidden from
 * all features. It does not depend on who takes part.
 *
 * @param set all repositories
 * @param learnt rows that may be learned from
 * @param split rows that labels and neighbours are taken from, and rows that are tested; of copies
 *     the first alone is in it
 * @param declared what rows declare to be, with what is hidden
 * @param visible what rows declare of each other, without what is hidden
 * @param labels of all rows
 * @param leaks what is taken out of features because it is tested
 */
public record Holdout(
    RepositorySet set,
    BitSet learnt,
    Split split,
    Relations declared,
    LineageGraph visible,
    List<LabelColumn> labels,
    LeakList leaks) {
  private static final double LEARNT_SHARE = 0.8;

  /** Copies the lists. */
  public Holdout {
    labels = List.copyOf(labels);
  }

  /**
   * Splits a set by time: the last fifth by when they were created is held out.
   *
   * @throws IllegalArgumentException if it cannot be split by time
   */
  public static Holdout temporal(RepositorySet set) {
    long[] created = created(set);
    long[] sorted = created.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || sorted[(int) (sorted.length * LEARNT_SHARE)] == sorted[0]) {
      throw new IllegalArgumentException(
          "%s cannot be split by time: its %,d repositories were not created at different times"
              .formatted(set.name(), sorted.length));
    }
    long cut = sorted[(int) (sorted.length * LEARNT_SHARE)];
    return of(set, "temporal", row -> created[row] >= cut);
  }

  /**
   * Splits a set by whole groups, such as families or owners: a fifth of them is held out.
   *
   * @param name of what the groups are
   * @param groups for each row its group
   * @param seed draws the groups
   * @throws IllegalArgumentException if all or none would be held out
   */
  public static Holdout byGroup(RepositorySet set, String name, int[] groups, long seed) {
    int[] rows = IntStream.range(0, groups.length).toArray();
    BitSet held = new BitSet();
    Arrays.stream(Splits.byGroup(name, rows, groups, seed).test()).forEach(held::set);
    if (held.isEmpty() || held.cardinality() == groups.length) {
      throw new IllegalArgumentException(
          "%s cannot be split by %s: there are too few".formatted(set.name(), name));
    }
    return of(set, name, held::get);
  }

  private static Holdout of(RepositorySet set, String name, IntPredicate held) {
    List<RepositoryRecord> records = set.records();
    BitSet learnt = new BitSet(records.size());
    IntStream.range(0, records.size()).filter(held.negate()).forEach(learnt::set);
    LeakList leaks = LeakList.of(Field.LABELS_AND_PARENTS, records);
    RelationMaker maker = new RelationMaker(records);
    Vocabulary counted =
        VocabularyMaker.count(learnt.stream().mapToObj(records::get).toList(), leaks);
    FeatureTable alone = new FeatureMaker(counted, set.snapshot()).table(records);
    Relations declared = maker.relations(alone.card(), row -> false);
    int[] first = Splits.withoutCopies(declared.duplicates(), created(set));
    return new Holdout(
        set,
        learnt,
        new Split(
            name,
            Arrays.stream(first).filter(learnt::get).toArray(),
            new int[0],
            Arrays.stream(first).filter(held).toArray()),
        declared,
        maker.graph().hiding(held),
        Labels.of(records),
        leaks);
  }

  private static long[] created(RepositorySet set) {
    return set.records().stream()
        .mapToLong(each -> each.createdAt().map(Instant::getEpochSecond).orElse(0L))
        .toArray();
  }

  /** Returns the names of the labels. */
  public List<String> tasks() {
    return labels.stream().map(LabelColumn::task).toList();
  }
}
