package dev.clade.embedding.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.CardTokens;
import dev.clade.embedding.token.TagTokens;
import dev.clade.embedding.token.Words;
import it.unimi.dsi.fastutil.longs.LongSets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeakListTest {
  private static final RepositoryRecord MODEL =
      RepositoryRecord.of(RepositoryKind.MODEL, "someone/tuned")
          .task("text-generation")
          .library("transformers")
          .licenses(List.of("Apache-2.0"))
          .config("model_type", "llama")
          .config("architectures", "LlamaForCausalLM")
          .config("_name_or_path", "meta-llama/Llama-2-7b")
          .config("hidden_size", "4096")
          .relation(RelationKind.FINETUNE, "meta-llama/Llama-2-7b")
          .relation(RelationKind.TRAINED_ON, "squad")
          .tags(
              List.of(
                  "transformers",
                  "Text_Generation",
                  "text-generation-inference",
                  "license:apache-2.0",
                  "base_model:finetune:meta-llama/Llama-2-7b",
                  "pipeline_tag:text-generation",
                  "llama",
                  "llama-2-7b",
                  "dataset:squad",
                  "en",
                  "region:us"))
          .build();
  private static final LeakList LEAKS = LeakList.of(Field.LABELS_AND_PARENTS, List.of(MODEL));

  @Test
  void tagsAndConfigurationThatStateAFieldAreTakenOut() {
    assertThat(TagTokens.of(MODEL, LEAKS))
        .containsExactly("kind:model", "ds:squad", "lang:en", "cfg.hidden_size=2^12");
  }

  @Test
  void aFieldThatIsNotEvaluatedMayStay() {
    LeakList licenses = LeakList.of(Set.of(Field.LICENSE), List.of(MODEL));
    assertThat(TagTokens.of(MODEL, licenses))
        .contains("tag:transformers", "tag:text_generation", "tag:llama", "cfg.model_type=llama")
        .noneMatch(token -> token.contains("apache"));
  }

  @Test
  void signalsOfSimilarityCanBeHiddenToo() {
    LeakList datasets = LeakList.of(Set.of(Field.DATASET), List.of(MODEL));
    assertThat(TagTokens.of(MODEL, datasets)).noneMatch(token -> token.startsWith("ds:"));
    assertThat(datasets.without(MODEL, List.of("trained", "on", "squad")))
        .containsExactly("trained", "on", LeakList.GAP);
  }

  @Test
  void valuesAreTakenOutOfTextWhoeverHasThem() {
    RepositoryRecord other = RepositoryRecord.of(RepositoryKind.MODEL, "a/b").build();
    assertThat(LEAKS.without(other, Words.of("For text generation, under Apache 2.0; see Llama")))
        .containsExactly("for", LeakList.GAP, "under", LeakList.GAP, "see", LeakList.GAP);
  }

  @Test
  void theNameOfAParentIsTakenOutOfItsChildsTextOnly() {
    List<String> words = Words.of("Tuned from meta-llama/Llama-2-7b, also llama-2-7b-like");
    assertThat(LEAKS.without(MODEL, words))
        .containsExactly("tuned", "from", LeakList.GAP, "also", LeakList.GAP, "like");
    RepositoryRecord other = RepositoryRecord.of(RepositoryKind.MODEL, "a/b").build();
    assertThat(LEAKS.without(other, words)).contains("7b");
  }

  @Test
  void theBlockOfMetadataIsNoText() {
    RepositoryRecord card =
        RepositoryRecord.of(RepositoryKind.MODEL, "a/b")
            .card("---\nsecret: metadata\n---\n# Title\n" + "plain ".repeat(25))
            .build();
    assertThat(CardTokens.words(card, LEAKS, LongSets.EMPTY_SET))
        .contains("title", "plain")
        .doesNotContain("secret", "metadata");
  }

  @Test
  void noPairReachesOverAGap() {
    assertThat(CardTokens.hash(List.of("a", LeakList.GAP, "b"))).hasSize(2);
    assertThat(CardTokens.hash(List.of("a", "b"))).hasSize(3);
  }
}
