package dev.clade.embedding.answer;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.network.Encoder;
import dev.clade.embedding.network.Encoding;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.search.SimilarHit;
import dev.clade.embedding.search.SimilarQuery;
import dev.clade.embedding.search.SimilarSearch;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.AttributeConfidence;
import dev.clade.embedding.version.EmbeddingVersion;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * All answers of one version. It is made once, which takes minutes for many rows, and never
 * changes. Safe for several threads.
 */
public final class EmbeddingAnswers {
  private static final List<String> ATTRIBUTES =
      List.of(Labels.TASK, Labels.LIBRARY, Labels.LICENSE, Labels.MODEL_TYPE);

  private static final int SUPPORTERS = 5;

  private final RowDetails rows;
  private final VectorTable fused;
  private final Map<View, VectorTable> views;
  private final SimilarSearch search;
  private final HybridSearch hybrid;
  private final RowWords words;
  private final TextWords texts;
  private final FeatureMaker maker;
  private final Encoder encoder;
  private final List<Suggestion> suggestions;
  private final Optional<ParentAnswers> parents;

  /** How an attribute is voted on, and how sure that is. */
  private record Suggestion(AttributeVotes votes, AttributeConfidence confidence) {}

  /**
   * Makes the answers of a version; works for long.
   *
   * @throws IllegalArgumentException if the version and its rows do not fit together
   */
  public EmbeddingAnswers(EmbeddingVersion version, EncodedRepositories encoded) {
    rows = new RowDetails(encoded.records());
    fused = encoded.fused();
    views = encoded.views();
    maker = new FeatureMaker(version.vocabulary(), encoded.snapshot());
    encoder = new Encoder(version.network().weights());
    FeatureTable features = RowTokens.of(maker, encoded.records());
    LineageGraph graph = new RelationMaker(encoded.records()).graph();
    Relations relations =
        new RelationMaker(encoded.records()).relations(features.card(), row -> false);
    VectorIndex index = VectorIndex.of(fused);
    search = new SimilarSearch(views, presence(features.presence()), relations);
    hybrid = new HybridSearch(fused, index);
    words = new RowWords(features, features, version.vocabulary());
    texts = TextWords.of(words.cards(), encoded.records());
    suggestions = suggestions(version.attributes(), index);
    parents =
        version
            .parents()
            .map(
                learnt ->
                    ParentAnswers.of(
                        learnt,
                        encoded,
                        features,
                        version.network().weights(),
                        index,
                        graph,
                        relations));
  }

  /** Returns how many repositories there are. */
  public int count() {
    return rows.count();
  }

  /** Returns how many bytes the vectors take. */
  public long bytes() {
    long values = fused.values().length;
    for (VectorTable view : views.values()) {
      values += view.values().length;
    }
    return values * Float.BYTES;
  }

  /** Returns the row of a repository, whatever the case of its letters; nothing without one. */
  public OptionalInt find(RepositoryKind kind, String id) {
    return rows.find(kind, id);
  }

  /** Returns what a row holds. */
  public RepositoryKind kind(int row) {
    return rows.kind(row);
  }

  /** Returns the identifier of a row. */
  public String id(int row) {
    return rows.id(row);
  }

  /** Returns the views that a row was encoded by. */
  public Set<View> views(int row) {
    Set<View> present = EnumSet.noneOf(View.class);
    views.forEach(
        (view, vectors) -> {
          if (vectors.has(row)) {
            present.add(view);
          }
        });
    return present;
  }

  /** Returns whether what is told of a row rests on little. */
  public boolean isLowEvidence(int row) {
    return SimilarSearch.isLowEvidence(views(row));
  }

  /** Returns the rows most similar to a row by its vector and its words; it is not among them. */
  public List<SimilarHit> similar(
      int row, RowFilter filter, SimilarQuery.Collapse collapse, int count) {
    Map<View, float[]> own = new EnumMap<>(View.class);
    views(row).forEach(view -> own.put(view, views.get(view).vector(row)));
    IntPredicate passes = rows.passing(filter);
    return search.find(
        new SimilarQuery(
            hybrid.ranking(fused.vector(row), words.of(row)),
            own,
            other -> other != row && passes.test(other),
            collapse,
            count));
  }

  /** Returns whether there is a word in a text that can be looked for. */
  public boolean hasWords(String text) {
    return maker.query(text).card().count(0) > 0;
  }

  /** Returns the rows that fit words best. */
  public List<SimilarHit> similar(
      String text, RowFilter filter, SimilarQuery.Collapse collapse, int count) {
    TokenBags bag = maker.query(text).card();
    Encoding encoding = encoder.encodeCard(bag.tokens(), bag.weights());
    Map<View, float[]> own = new EnumMap<>(View.class);
    encoding.views().forEach(view -> own.put(view, encoding.view(view)));
    // Where no row has a card, the network has learned nothing of words.
    float[] vector = texts.cards().documents() == 0 ? new float[fused.width()] : encoding.fused();
    return search.find(
        new SimilarQuery(
            hybrid.ranking(vector, texts.of(bag)), own, rows.passing(filter), collapse, count));
  }

  /**
   * Returns suggestions for each attribute that the version knows: task, library, licence, type of
   * model.
   *
   * @param count most values of each
   */
  public List<SuggestedAttribute> suggest(int row, int count) {
    return suggestions.stream().map(each -> suggest(each, row, count)).toList();
  }

  /** Returns how parents are inferred; nothing where the version did not learn to. */
  public Optional<ParentAnswers> parents() {
    return parents;
  }

  /** Returns the base models that a row declares, by identifier. */
  public List<String> baseModels(int row) {
    return rows.baseModels(row);
  }

  private SuggestedAttribute suggest(Suggestion suggestion, int row, int count) {
    String attribute = suggestion.confidence().attribute();
    List<String> classes = suggestion.votes().labels().classes();
    return new SuggestedAttribute(
        attribute,
        rows.label(attribute, row),
        suggestion.votes().of(row).stream()
            .limit(count)
            .map(
                vote ->
                    new SuggestedAttribute.Value(
                        classes.get(vote.label()),
                        suggestion.confidence().calibration().probability(vote.share()),
                        Arrays.copyOf(
                            vote.supporters(), Math.min(SUPPORTERS, vote.supporters().length))))
            .toList());
  }

  private List<Suggestion> suggestions(List<AttributeConfidence> learnt, VectorIndex index) {
    return ATTRIBUTES.stream()
        .flatMap(name -> learnt.stream().filter(each -> each.attribute().equals(name)))
        .map(
            each ->
                new Suggestion(
                    new AttributeVotes(rows.labels(each.attribute()), fused, index), each))
        .toList();
  }

  /** What features say of rows on their own, and the views that come from their neighbours. */
  private byte[] presence(byte[] own) {
    byte[] presence = own.clone();
    views.forEach(
        (view, vectors) -> {
          for (int row = 0; row < presence.length; row++) {
            presence[row] |= (byte) (vectors.has(row) ? 1 << view.ordinal() : 0);
          }
        });
    return presence;
  }
}
