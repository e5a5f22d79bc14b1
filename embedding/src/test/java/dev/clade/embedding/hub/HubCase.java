package dev.clade.embedding.hub;

import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.evaluation.Splits;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.SnapshotRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A real hub split by time, with features that know nothing of the tested rows' declarations and a
 * vocabulary of the rows to learn from alone.
 */
final class HubCase {
  /** What a vector may be made of: identity, which every owner would explain himself by, is not. */
  static final Set<View> VIEWS =
      EnumSet.of(View.CARD, View.TAGS, View.NUMERIC, View.LINEAGE, View.ACTIVITY);

  final String name;
  final List<RepositoryRecord> records;
  final Split split;
  final LineageGraph declared;
  final Relations relations;
  final LineageGraph visible;
  final Vocabulary vocabulary;
  final FeatureTable table;
  final List<LabelColumn> labels;

  HubCase(String name, List<RepositoryRecord> all, Instant at, Set<Field> hidden) {
    this.name = name;
    records = new SnapshotRule(at).apply(all);
    LeakList leaks = LeakList.of(hidden, records);
    RelationMaker maker = new RelationMaker(records);
    declared = maker.graph();
    int[] every = IntStream.range(0, records.size()).toArray();
    long[] created =
        records.stream()
            .mapToLong(each -> each.createdAt().map(Instant::getEpochSecond).orElse(0L))
            .toArray();
    long[] sorted = created.clone();
    Arrays.sort(sorted);
    long validation = sorted[(int) (sorted.length * .7)];
    long test = sorted[(int) (sorted.length * .8)];
    vocabulary =
        VocabularyMaker.count(
            IntStream.of(every)
                .filter(row -> created[row] < validation)
                .mapToObj(records::get)
                .toList(),
            leaks);
    visible = declared.hiding(row -> created[row] >= validation);
    table = new FeatureMaker(vocabulary, at).table(records, visible);
    relations = maker.relations(table.card(), row -> false);
    int[] rows = Splits.withoutCopies(RelationMaker.cardCopies(table.card()), created);
    split = Splits.temporal(rows, created, validation, test);
    labels = new ArrayList<>(Labels.of(records));
  }

  LabelColumn label(String task) {
    return labels.stream().filter(each -> each.task().equals(task)).findFirst().orElseThrow();
  }

  /** The share of July 2024's families that is read; more with a property than a build reads. */
  static double share() {
    return Double.parseDouble(System.getProperty("clade.hub.share", "0.02"));
  }

  /** Whether all is measured, which takes longer than a build may. */
  static boolean full() {
    return System.getProperty("clade.hub.share") != null;
  }
}
