package dev.clade.embedding.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.text.Bm25Field;
import dev.clade.embedding.token.Bags;
import dev.clade.embedding.token.CardTokens;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TextSearchTest {
  private static final List<RepositoryRecord> RECORDS =
      List.of(
          RepositoryRecord.of(RepositoryKind.MODEL, "a/chat-7b").build(),
          RepositoryRecord.of(RepositoryKind.MODEL, "b/code-llama")
              .tags(List.of("python", "code"))
              .build(),
          RepositoryRecord.of(RepositoryKind.MODEL, "c/speech").tags(List.of("python")).build());

  @Test
  void whereNoRowHasACardNamesAndTagsAnswerAlone() {
    VectorTable vectors = new VectorTable(2, new float[] {1, 0, 0, 1, 1, 0});
    TextSearch search =
        new TextSearch(
            vectors,
            VectorIndex.of(vectors),
            new Bm25Field(query(List.of("", "", "")), Optional.empty()),
            new Bm25Field(RowTokens.labels(RECORDS), Optional.empty()));

    Nearest found = search.best(query(List.of("Python code")), new float[] {1, 0}, 5, row -> true);

    assertThat(found.rows()).containsExactly(1, 2);
    assertThat(found.cosines()).containsExactly(0, 1);
  }

  @Test
  void whereTheNetworkReadsNoCardsTheirWordsAnswerAlone() {
    VectorTable vectors = new VectorTable(2, new float[] {1, 0, 0, 1, 1, 0});
    TextSearch search =
        new TextSearch(
            vectors,
            VectorIndex.of(vectors),
            new Bm25Field(query(List.of("", "", "whisper")), Optional.empty()),
            new Bm25Field(RowTokens.labels(RECORDS), Optional.empty()));

    Nearest found = search.best(query(List.of("whisper")), new float[] {0, 0}, 5, row -> true);

    assertThat(found.rows()).containsExactly(2);
  }

  private static TokenBags query(List<String> texts) {
    float[] once = new float[CardTokens.BUCKETS];
    Arrays.fill(once, 1);
    Bags bags = new Bags(CardTokens.BUCKETS);
    texts.forEach(text -> bags.add(CardTokens.hash(CardTokens.query(text)), once));
    return bags.build();
  }
}
