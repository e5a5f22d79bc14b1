package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.lineage.LineageOperators;
import dev.clade.embedding.lineage.SignProjection;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.valuation.worker.contrastive.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a training sees: the rows of a coalition and nothing of others. Where their last eighth by
 * time can tell how good a network is, it is kept for that, with its parents hidden.
 *
 * @param set what is trained on
 * @param graph what the rows declare of each other as far as training sees it
 * @param validation what decides when to stop
 * @param kept rows of the hold-out that are kept for validation; none without it
 */
record OwnRows(
    TrainingSet set, LineageGraph graph, Optional<RetrievalValidation> validation, int[] kept) {
  private static final double TRAINED_SHARE = 0.875;

  /**
   * Prepares rows.
   *
   * @param rows of the hold-out, at least 2
   */
  static OwnRows of(Holdout holdout, int[] rows, Vocabulary vocabulary) {
    List<RepositoryRecord> records =
        Arrays.stream(rows).mapToObj(holdout.set().records()::get).toList();
    List<LabelColumn> labels = holdout.labels().stream().map(each -> some(each, rows)).toList();
    RelationMaker maker = new RelationMaker(records);
    FeatureMaker features = new FeatureMaker(vocabulary, holdout.set().snapshot());
    long[] created =
        Arrays.stream(rows).mapToLong(row -> holdout.declared().createdAt()[row]).toArray();
    long[] sorted = created.clone();
    Arrays.sort(sorted);
    long cut = sorted[(int) (sorted.length * TRAINED_SHARE)];
    int[] early = IntStream.range(0, rows.length).filter(row -> created[row] < cut).toArray();
    int[] late = IntStream.range(0, rows.length).filter(row -> created[row] >= cut).toArray();
    LineageGraph graph = maker.graph();
    LineageGraph shown = graph.hiding(row -> created[row] >= cut);
    FeatureTable seen = features.table(records, shown);
    Relations relations = maker.relations(seen.card(), row -> created[row] >= cut);
    Optional<RetrievalValidation> validation =
        early.length < 2
            ? Optional.empty()
            : RetrievalValidation.of(
                new PairOverlap(seen, relations),
                new Relations(
                    relations.createdAt(),
                    graph.parents(),
                    relations.families(),
                    relations.duplicates()),
                labels,
                early,
                late);
    if (validation.isPresent()) {
      PairOverlap pairs = new PairOverlap(seen, relations);
      return new OwnRows(
          new TrainingSet(seen, labels, relations, pairs, early, Optional.empty()),
          shown,
          validation,
          Arrays.stream(late).map(row -> rows[row]).toArray());
    }
    FeatureTable all = features.table(records, graph);
    Relations declared = maker.relations(all.card(), row -> false);
    return new OwnRows(
        TrainingSet.of(all, labels, declared, new PairOverlap(all, declared)),
        graph,
        Optional.empty(),
        new int[0]);
  }

  /**
   * Returns the lineage view made anew from fused vectors, as whoever encodes a hub does it.
   *
   * @param fused of all rows, one after the other
   */
  DenseRows refreshed(float[] fused) {
    int width = fused.length / graph.rows();
    return new LineageOperators(graph).apply(SignProjection.of(new DenseRows(width, fused)));
  }

  private static LabelColumn some(LabelColumn column, int[] rows) {
    return new LabelColumn(
        column.task(),
        column.classes(),
        Arrays.stream(rows).map(row -> column.values()[row]).toArray());
  }
}
