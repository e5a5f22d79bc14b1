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
import java.util.stream.IntStream;

/**
 * A set of repositories split by time: the last fifth by when they were created is held out, and
 * what its repositories declare as parents is hidden from all features. It does not depend on who
 * takes part.
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
record TemporalHoldout(
    RepositorySet set,
    BitSet learnt,
    Split split,
    Relations declared,
    LineageGraph visible,
    List<LabelColumn> labels,
    LeakList leaks) {
  private static final double LEARNT_SHARE = 0.8;

  /**
   * Splits a set.
   *
   * @throws IllegalArgumentException if it cannot be split by time
   */
  static TemporalHoldout of(RepositorySet set) {
    List<RepositoryRecord> records = set.records();
    long[] created =
        records.stream()
            .mapToLong(each -> each.createdAt().map(Instant::getEpochSecond).orElse(0L))
            .toArray();
    long[] sorted = created.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || sorted[(int) (sorted.length * LEARNT_SHARE)] == sorted[0]) {
      throw new IllegalArgumentException(
          "%s cannot be split by time: its %,d repositories were not created at different times"
              .formatted(set.name(), sorted.length));
    }
    long cut = sorted[(int) (sorted.length * LEARNT_SHARE)];
    BitSet learnt = new BitSet(created.length);
    IntStream.range(0, created.length).filter(row -> created[row] < cut).forEach(learnt::set);
    LeakList leaks = LeakList.of(Field.LABELS_AND_PARENTS, records);
    RelationMaker maker = new RelationMaker(records);
    Vocabulary counted =
        VocabularyMaker.count(learnt.stream().mapToObj(records::get).toList(), leaks);
    FeatureTable alone = new FeatureMaker(counted, set.snapshot()).table(records);
    Relations declared = maker.relations(alone.card(), row -> false);
    int[] first = Splits.withoutCopies(declared.duplicates(), created);
    return new TemporalHoldout(
        set,
        learnt,
        Splits.temporal(first, created, cut, cut),
        declared,
        maker.graph().hiding(row -> !learnt.get(row)),
        List.copyOf(Labels.of(records)),
        leaks);
  }

  /** Returns the names of the labels. */
  List<String> tasks() {
    return labels.stream().map(LabelColumn::task).toList();
  }
}
