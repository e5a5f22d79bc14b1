package dev.clade.embedding.making;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import dev.clade.embedding.token.TokenHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakingTest {
  private static final Instant AT = Instant.parse("2024-07-01T00:00:00Z");
  private static final List<RepositoryRecord> CORPUS = corpus();
  private static final LeakList LEAKS = LeakList.of(Field.LABELS_AND_PARENTS, CORPUS);
  private static final Vocabulary VOCABULARY = VocabularyMaker.count(CORPUS, LEAKS);

  @Test
  void aViewIsThereWhereItSaysSomething() {
    FeatureTable table =
        new FeatureMaker(VOCABULARY, AT).table(CORPUS, new RelationMaker(CORPUS).graph());
    assertThat(table.views(0))
        .containsExactly(View.CARD, View.TAGS, View.NUMERIC, View.LINEAGE, View.IDENTITY);
    assertThat(table.views(1))
        .containsExactly(View.TAGS, View.LINEAGE, View.ACTIVITY, View.IDENTITY);
    assertThat(table.views(2)).containsExactly(View.IDENTITY);
  }

  @Test
  void aRowAloneIsMadeAsOneAmongOthers() {
    FeatureMaker maker = new FeatureMaker(VOCABULARY, AT);
    FeatureTable all = maker.table(CORPUS);
    for (int row = 0; row < CORPUS.size(); row++) {
      FeatureTable one = maker.table(List.of(CORPUS.get(row)));
      assertThat(one.presence()[0]).isEqualTo(all.presence()[row]);
      assertThat(one.card().tokens())
          .containsExactly(
              Arrays.copyOfRange(
                  all.card().tokens(), all.card().offsets()[row], all.card().offsets()[row + 1]));
      assertThat(one.numeric().values())
          .containsExactly(Arrays.copyOfRange(all.numeric().values(), row * 80, row * 80 + 80));
    }
  }

  @Test
  void aQueryHasWordsOnly() {
    FeatureTable query = new FeatureMaker(VOCABULARY, AT).query("sentiment of tweets");
    assertThat(query.views(0)).containsExactly(View.CARD);
    assertThat(query.card().count(0)).isEqualTo(5);
    assertThat(new FeatureMaker(VOCABULARY, AT).query("?!").views(0)).isEmpty();
  }

  @Test
  void rareWordsTellMore() {
    int common = TokenHash.bucket("common", 1 << 18);
    int never = TokenHash.bucket("neverseen", 1 << 18);
    assertThat(VOCABULARY.cardWorth()[never]).isGreaterThan(VOCABULARY.cardWorth()[common]);
    assertThat(VOCABULARY.cardWorth()[common]).isEqualTo(1);
  }

  @Test
  void aVocabularyThatWasKeptIsTheSame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VocabularyFormat.write(VOCABULARY, new DataOutputStream(bytes));
    Vocabulary read =
        VocabularyFormat.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    FeatureTable before = new FeatureMaker(VOCABULARY, AT).table(CORPUS);
    FeatureTable after = new FeatureMaker(read, AT).table(CORPUS);
    assertThat(after.card()).usingRecursiveComparison().isEqualTo(before.card());
    assertThat(after.tags()).usingRecursiveComparison().isEqualTo(before.tags());
    assertThat(after.numeric()).usingRecursiveComparison().isEqualTo(before.numeric());
    assertThat(after.owners()).usingRecursiveComparison().isEqualTo(before.owners());
  }

  @Test
  void labelsAreColumnsWithTheirClasses() {
    List<LabelColumn> columns = Labels.of(CORPUS);
    assertThat(columns)
        .extracting(LabelColumn::task)
        .containsExactly("pipeline_tag", "license", "relation");
    assertThat(columns.getFirst().classes()).containsExactly("fill-mask", "text-generation");
    assertThat(columns.getFirst().values()).startsWith(1, 0, -1);
    assertThat(columns.get(1).classes()).containsExactly("apache-2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "Apache 2.0,apache-2.0",
    "apache-2.0,apache-2.0",
    "The Apache License 2.0,apache-2.0",
    "MIT License,mit",
    "['cc-by-4.0'],cc-by-4.0",
    "unknown,''",
    "other,other"
  })
  void licencesAreBroughtToOneSpelling(String written, String normalised) {
    assertThat(LicenseNames.normalised(written)).isEqualTo(normalised);
  }

  @Test
  void relationsAreFoundByName() {
    List<RepositoryRecord> records =
        List.of(
            model("a/base").build(),
            model("b/tuned").relation(RelationKind.FINETUNE, "A/Base").build(),
            model("c/tuned-GGUF").relation(RelationKind.QUANTIZED, "b/tuned").build(),
            model("d/tuned-AWQ").relation(RelationKind.UNSPECIFIED_DERIVATION, "b/tuned").build(),
            model("e/alone").relation(RelationKind.FINETUNE, "gone/away").build());
    RelationMaker maker = new RelationMaker(records);
    FeatureTable table =
        new FeatureMaker(VocabularyMaker.count(records, LEAKS), AT).table(records, maker.graph());
    Relations relations = maker.relations(table.card(), row -> false);
    assertThat(relations.parents()).isDeepEqualTo(new int[][] {{}, {0}, {1}, {1}, {}});
    assertThat(relations.families()).containsExactly(0, 0, 0, 0, 4);
    assertThat(relations.duplicates()).containsExactly(0, 1, 2, 2, 4);
    assertThat(maker.relations(table.card(), row -> row == 1).families())
        .containsExactly(0, 1, 1, 1, 4);
  }

  private static List<RepositoryRecord> corpus() {
    List<RepositoryRecord> records = new ArrayList<>();
    String card =
        "common words of a card that is long enough to say something of its model here and now and later x ";
    records.add(
        model("a/first")
            .task("text-generation")
            .licenses(List.of("Apache 2.0"))
            .card(card)
            .tags(List.of("fun"))
            .build());
    records.add(
        model("a/second")
            .task("fill-mask")
            .tags(List.of("more"))
            .relation(RelationKind.FINETUNE, "a/first")
            .commit(new DatedCommit(AT.minusSeconds(100), List.of("a")))
            .commit(new DatedCommit(AT.minusSeconds(10), List.of("a")))
            .build());
    records.add(model("a/third").build());
    return records;
  }

  private static RepositoryRecordBuilder model(String id) {
    return RepositoryRecord.of(RepositoryKind.MODEL, id);
  }
}
