package dev.clade.embedding.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.parent.InferredParent;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentState;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.search.ExactScan;
import dev.clade.embedding.search.SimilarHit;
import dev.clade.embedding.search.SimilarQuery.Collapse;
import dev.clade.embedding.testing.DrawnHub;
import dev.clade.embedding.testing.DrawnVersion;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.ParentConfidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddingAnswersTest {
  private static final int FAMILIES = 12;
  private static final List<RepositoryRecord> RECORDS = DrawnHub.records(FAMILIES);
  private static final EmbeddingVersion VERSION = DrawnVersion.of(RECORDS, 1);
  private static final EncodedRepositories ENCODED = DrawnVersion.encode(VERSION, RECORDS);
  private static final EmbeddingAnswers ANSWERS = new EmbeddingAnswers(VERSION, ENCODED);
  private static final RowFilter MODELS =
      RowFilter.of(Set.of(RepositoryKind.MODEL), List.of(), List.of(), List.of());

  @Test
  void aRepositoryIsFoundByItsName() {
    assertThat(ANSWERS.count()).isEqualTo(RECORDS.size());
    assertThat(ANSWERS.find(RepositoryKind.MODEL, DrawnHub.id(3, 0).toUpperCase(Locale.ROOT)))
        .hasValue(3 * DrawnHub.MEMBERS);
    assertThat(ANSWERS.find(RepositoryKind.DATASET, DrawnHub.id(3, 0))).isEmpty();
  }

  /** Weights that nobody trained mix families up, but one in twelve would be right by chance. */
  @Test
  void theMostSimilarAreOfTheFamily() {
    int right = 0;
    for (int row = 0; row < RECORDS.size(); row++) {
      List<SimilarHit> hits = ANSWERS.similar(row, MODELS, Collapse.NOTHING, DrawnHub.MEMBERS - 1);
      assertThat(hits)
          .hasSize(DrawnHub.MEMBERS - 1)
          .extracting(SimilarHit::row)
          .doesNotContain(row);
      int family = row / DrawnHub.MEMBERS;
      right += (int) hits.stream().filter(hit -> hit.row() / DrawnHub.MEMBERS == family).count();
    }
    assertThat(right).isGreaterThan(RECORDS.size() * (DrawnHub.MEMBERS - 1) * 6 / 10);
  }

  @Test
  void aHitTellsItsViews() {
    SimilarHit hit = ANSWERS.similar(0, MODELS, Collapse.NOTHING, 1).getFirst();
    assertThat(hit.views()).containsKeys(View.CARD, View.TAGS);
    assertThat(hit.present()).contains(View.CARD, View.TAGS, View.IDENTITY);
    assertThat(hit.words()).containsOnlyKeys(View.CARD, View.TAGS, View.IDENTITY);
    assertThat(hit.lowEvidence()).isFalse();
    assertThat(ANSWERS.isLowEvidence(0)).isFalse();
  }

  /** Vectors that say nothing leave words to find the family. */
  @Test
  void aRowWithoutAVectorIsLookedForByItsWords() {
    EncodedRepositories silent =
        new EncodedRepositories(
            DrawnHub.AT,
            RECORDS,
            new VectorTable(4, new float[4 * RECORDS.size()]),
            ENCODED.views());
    EmbeddingVersion version =
        new EmbeddingVersion(
            VERSION.vocabulary(),
            VERSION.network(),
            0,
            VERSION.probe(),
            List.of(),
            Optional.empty());
    List<SimilarHit> hits =
        new EmbeddingAnswers(version, silent).similar(17, MODELS, Collapse.NOTHING, 7);
    assertThat(hits)
        .hasSize(DrawnHub.MEMBERS - 1)
        .allMatch(hit -> hit.row() / DrawnHub.MEMBERS == 2)
        .allMatch(hit -> hit.cosine() == 0);
  }

  @Test
  void filtersAreReadAsPeopleWriteThem() {
    RowFilter filter =
        RowFilter.of(
            Set.of(RepositoryKind.MODEL),
            List.of(" Fill-Mask"),
            List.of("Transformers"),
            List.of("Apache 2.0"));
    // The families of both: task by thirds, licence by halves.
    Set<Integer> families = Set.of(1, 7);
    assertThat(ANSWERS.similar(0, filter, Collapse.NOTHING, 100))
        .hasSize(families.size() * DrawnHub.MEMBERS)
        .allMatch(hit -> families.contains(hit.row() / DrawnHub.MEMBERS));
    RowFilter none =
        RowFilter.of(Set.of(RepositoryKind.MODEL), List.of("no such task"), List.of(), List.of());
    assertThat(ANSWERS.similar(0, none, Collapse.NOTHING, 10)).isEmpty();
    RowFilter spaces = RowFilter.of(Set.of(RepositoryKind.SPACE), List.of(), List.of(), List.of());
    assertThat(ANSWERS.similar(0, spaces, Collapse.NOTHING, 10)).isEmpty();
  }

  @Test
  void aFamilyCanBeOneHit() {
    List<SimilarHit> hits = ANSWERS.similar(0, MODELS, Collapse.FAMILIES, 100);
    assertThat(hits).hasSize(FAMILIES);
    assertThat(hits.stream().mapToInt(SimilarHit::collapsed).sum() + hits.size())
        .isEqualTo(RECORDS.size() - 1);
  }

  @Test
  void wordsFindTheCardsThatHaveThem() {
    String text = "a model of %s and %s".formatted(DrawnHub.word(5, 1), DrawnHub.word(5, 2));
    List<SimilarHit> hits = ANSWERS.similar(text, MODELS, Collapse.NOTHING, 5);
    assertThat(hits).hasSize(5).allMatch(hit -> hit.row() / DrawnHub.MEMBERS == 5);
    assertThat(hits).allMatch(SimilarHit::lowEvidence);
    assertThat(hits.getFirst().views()).containsOnlyKeys(View.CARD);
    assertThat(hits.getFirst().words()).containsOnlyKeys(View.CARD);
    assertThat(ANSWERS.similar(text, MODELS, Collapse.NOTHING, 1_000)).hasSize(RECORDS.size());
    assertThat(ANSWERS.hasWords(text)).isTrue();
    assertThat(ANSWERS.hasWords("?! ...")).isFalse();
  }

  @Test
  void whereNoRowHasACardNamesAndTagsAnswerAlone() {
    List<RepositoryRecord> bare =
        RECORDS.stream()
            .map(
                each ->
                    RepositoryRecord.of(each.kind(), each.id())
                        .created(each.createdAt().orElseThrow())
                        .tags(each.tags())
                        .build())
            .toList();
    EmbeddingAnswers answers =
        new EmbeddingAnswers(
            VERSION, new EncodedRepositories(DrawnHub.AT, bare, ENCODED.fused(), ENCODED.views()));
    List<SimilarHit> hits = answers.similar("base5 ARCH5 wordfa1", MODELS, Collapse.NOTHING, 100);
    assertThat(hits)
        .hasSize(DrawnHub.MEMBERS)
        .allMatch(hit -> hit.row() / DrawnHub.MEMBERS == 5)
        .allMatch(hit -> hit.words().keySet().equals(Set.of(View.TAGS, View.IDENTITY)))
        .allMatch(hit -> hit.cosine() == 0);
  }

  @Test
  void whatTheFamilyDeclaresIsSuggested() {
    List<SuggestedAttribute> suggested = ANSWERS.suggest(9, 3);
    assertThat(suggested)
        .extracting(SuggestedAttribute::attribute)
        .containsExactly("pipeline_tag", "license");
    SuggestedAttribute task = suggested.getFirst();
    assertThat(task.declared()).isEqualTo("fill-mask");
    assertThat(task.values()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    SuggestedAttribute.Value best = task.values().getFirst();
    assertThat(best.value()).isEqualTo("fill-mask");
    assertThat(best.confidence()).isBetween(0.1, 0.9);
    assertThat(best.supporters()).hasSizeLessThanOrEqualTo(5).doesNotContain(9);
    assertThat(best.supporters()[0] / DrawnHub.MEMBERS).isEqualTo(1);
  }

  @Test
  void whatARowDeclaresItselfIsNotLookedAt() {
    List<RepositoryRecord> others = new ArrayList<>(RECORDS);
    RepositoryRecord own = others.get(9);
    others.set(
        9,
        RepositoryRecord.of(own.kind(), own.id())
            .created(own.createdAt().orElseThrow())
            .task("text-generation")
            .licenses(List.of("gpl-3.0"))
            .card(own.card())
            .tags(own.tags())
            .build());
    EncodedRepositories told =
        new EncodedRepositories(DrawnHub.AT, others, ENCODED.fused(), ENCODED.views());
    List<SuggestedAttribute> suggested = new EmbeddingAnswers(VERSION, told).suggest(9, 3);
    assertThat(suggested.getFirst().declared()).isEqualTo("text-generation");
    List<SuggestedAttribute> before = ANSWERS.suggest(9, 3);
    for (int i = 0; i < before.size(); i++) {
      assertThat(suggested.get(i).values())
          .usingRecursiveComparison()
          .isEqualTo(before.get(i).values());
    }
  }

  @Test
  void theBaseOfAFamilyIsInferred() {
    ParentAnswers parents = ANSWERS.parents().orElseThrow();
    int right = 0;
    for (int family = 0; family < FAMILIES; family++) {
      int child = family * DrawnHub.MEMBERS + 3;
      List<InferredParent> found = parents.of(child, 5);
      assertThat(found).hasSizeLessThanOrEqualTo(5);
      assertThat(found.getFirst().evidence()).hasSize(parents.evidence().size());
      InferredParent best = found.getFirst();
      if (best.parent() == family * DrawnHub.MEMBERS) {
        right++;
        assertThat(best.state()).isEqualTo(ParentState.DECLARED);
        assertThat(best.probability()).isBetween(0.0, 1.0);
      }
      assertThat(found.subList(1, found.size()))
          .allMatch(
              each -> each.state() == ParentState.UNKNOWN || each.state() == ParentState.DECLARED);
    }
    assertThat(right).isGreaterThanOrEqualTo(FAMILIES - 1);
    assertThat(ANSWERS.baseModels(3)).containsExactly(DrawnHub.id(0, 0));
    assertThat(parents.evidence()).contains("vote", "same_owner", "link");
  }

  @Test
  void anIndexFindsTheParentsThatAPassOverAllRowsFinds() {
    FeatureTable features = new FeatureMaker(VERSION.vocabulary(), DrawnHub.AT).table(RECORDS);
    RelationMaker maker = new RelationMaker(RECORDS);
    ParentEvidence all =
        ParentEvidence.of(
            RECORDS,
            features,
            VERSION.network().weights(),
            ENCODED.fused(),
            maker.graph(),
            maker.relations(features.card(), row -> false));
    ParentEvidence indexed =
        ParentEvidence.indexed(
            RECORDS,
            features,
            VERSION.network().weights(),
            ENCODED.fused(),
            new ExactScan(ENCODED.fused()),
            maker.graph(),
            maker.relations(features.card(), row -> false));
    for (int child : IntStream.range(0, RECORDS.size()).filter(row -> row % 5 == 0).toArray()) {
      int[] candidates = all.candidates().of(child);
      assertThat(indexed.candidates().of(child)).containsExactlyInAnyOrder(candidates);
      assertThat(indexed.features().of(child, candidates))
          .isDeepEqualTo(all.features().of(child, candidates));
    }
  }

  @Test
  void whatWasLearnedByOtherEvidenceIsRefused() {
    ParentConfidence learnt = VERSION.parents().orElseThrow();
    EmbeddingVersion other =
        new EmbeddingVersion(
            VERSION.vocabulary(),
            VERSION.network(),
            0,
            VERSION.probe(),
            List.of(),
            Optional.of(
                new ParentConfidence(List.of("stars"), learnt.model(), learnt.confidence())));
    assertThatIllegalArgumentException().isThrownBy(() -> new EmbeddingAnswers(other, ENCODED));
  }
}
