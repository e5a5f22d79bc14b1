package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.baseline.BagCosine;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import java.util.List;

/**
 * What a network's vectors say of parents: the same for who learns to infer and for who infers.
 *
 * @param facts what structure is judged by
 * @param candidates the most similar by fused vectors and by names, and what similar rows declare
 * @param features of pairs, with the scores of {@link #SCORERS}
 */
public record ParentEvidence(RowFacts facts, Candidates candidates, PairFeatures features) {
  /** Cosine of fused vectors, cosine of names, and the network's directed score. */
  public static final List<String> SCORERS = List.of("vectors", "names", "link");

  /**
   * Prepares evidence.
   *
   * @param features of the records, as the network reads them
   * @param vectors fused vectors of the records
   * @param visible declarations that may be seen
   * @param relations when rows were created
   */
  public static ParentEvidence of(
      List<RepositoryRecord> records,
      FeatureTable features,
      NetworkWeights weights,
      VectorTable vectors,
      LineageGraph visible,
      Relations relations) {
    RowFacts facts = RowFacts.of(records, features.names());
    Votes votes = new Votes(vectors, visible);
    PairScorer cosine = new VectorCosine(SCORERS.get(0), vectors);
    PairScorer names = new BagCosine(SCORERS.get(1), features.names());
    PairScorer link =
        new LinkScorer(weights, new PairOverlap(features, relations), vectors, vectors);
    return new ParentEvidence(
        facts,
        new Candidates(facts, cosine, List.of(names), votes),
        new PairFeatures(facts, List.of(cosine, names, link), votes, visible));
  }

  /**
   * Prepares the same for answers about single rows of many: similar rows come from an index, so
   * that no row costs a look at all vectors.
   *
   * @param index of the fused vectors
   */
  public static ParentEvidence indexed(
      List<RepositoryRecord> records,
      FeatureTable features,
      NetworkWeights weights,
      VectorTable vectors,
      VectorIndex index,
      LineageGraph visible,
      Relations relations) {
    RowFacts facts = RowFacts.of(records, features.names());
    Votes votes = new Votes(vectors, index, visible);
    PairScorer cosine = new VectorCosine(SCORERS.get(0), vectors);
    PairScorer names = new BagCosine(SCORERS.get(1), features.names());
    PairScorer link = LinkScorer.ofFew(weights, new PairOverlap(features, relations), vectors);
    return new ParentEvidence(
        facts,
        new Candidates(
            facts,
            CandidateSource.of(vectors, index),
            votes,
            List.of(CandidateSource.of(names, facts.rows()))),
        new PairFeatures(facts, List.of(cosine, names, link), votes, visible));
  }

  /** Returns what infers parents from it by a regression. */
  public ParentInference inference(ParentModel model) {
    return new ParentInference(facts, candidates, features, model);
  }
}
