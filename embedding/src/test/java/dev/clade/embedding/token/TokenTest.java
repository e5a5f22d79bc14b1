package dev.clade.embedding.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import it.unimi.dsi.fastutil.ints.IntSets;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.longs.LongSets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final LeakList NOTHING = new LeakList(Set.of(), List.of(), List.of());

  @Test
  void hashesAreThoseOfTheReferenceImplementation() {
    // MurmurHash3_x86_32 of the reference implementation with seed 0.
    assertThat(TokenHash.bucket("", 1 << 30)).isZero();
    assertThat(TokenHash.bucket("hello", 1 << 16)).isEqualTo(0x248bfa47 & 0xffff);
    assertThat(TokenHash.bucket("The quick brown fox jumps over the lazy dog", 1 << 18))
        .isEqualTo(0x2e4ff723 & 0x3ffff);
  }

  @Test
  void wordsEndAtUnicodesBoundaries() {
    assertThat(Words.of("Fine-tuned `bert_base.uncased` 模型"))
        .containsExactly("fine", "tuned", "bert", "base", "uncased", "模", "型");
  }

  @Test
  void aCardNeedsTwentyWordsOfItsOwn() {
    assertThat(words("word ".repeat(19), LongSets.EMPTY_SET)).isEmpty();
    assertThat(words("word ".repeat(20), LongSets.EMPTY_SET)).hasSize(20);
    long boilerplate = TokenHash.fingerprint("more information needed");
    assertThat(
            words(
                "word ".repeat(18) + "\n  More   information NEEDED\n",
                LongSets.singleton(boilerplate)))
        .isEmpty();
    assertThat(words("word ".repeat(600), LongSets.EMPTY_SET)).hasSize(512);
  }

  @Test
  void commentsAreLeftOutAndCodeIsNot() {
    assertThat(CardBody.of("a <!-- b\n c --> d\n\n```python\nimport x\n```").lines())
        .containsExactly("a  d", "```python", "import x", "```");
  }

  @Test
  void columnsOfTablesTellWhatTheirCellsAre() {
    RepositoryRecord record =
        RepositoryRecord.of(RepositoryKind.DATASET, "a/b")
            .card("| Epoch | Name |\n|:---:|------|\n| 1.0 | x |\n")
            .build();
    assertThat(TagTokens.of(record, NOTHING))
        .containsExactly("kind:dataset", "col:epoch:number", "col:name:text");
  }

  @Test
  void tagsHaveTheirFieldInFront() {
    RepositoryRecord record =
        RepositoryRecord.of(RepositoryKind.SPACE, "a/b")
            .tags(List.of("en", "arxiv:1706.03762", "dataset:Squad", "sdk:gradio", "Fun"))
            .config("dim", "768")
            .config("act", "GELU")
            .build();
    assertThat(TagTokens.of(record, NOTHING))
        .containsExactly(
            "kind:space",
            "lang:en",
            "arxiv:1706.03762",
            "ds:squad",
            "sdk:gradio",
            "tag:fun",
            "cfg.act=gelu",
            "cfg.dim=2^9");
  }

  @Test
  void namesAreCutIntoThreeToFiveCharacters() {
    // ^bert$ has 4 runs of three, 3 of four and 2 of five.
    assertThat(NameTokens.hash("BERT")).hasSize(9).isEqualTo(NameTokens.hash("bert"));
  }

  @Test
  void ownersSeenTooSeldomShareAToken() {
    int token = OwnerTokens.hash("google");
    assertThat(OwnerTokens.of("Google", IntSets.singleton(token))).isEqualTo(token);
    assertThat(OwnerTokens.of("nobody", IntSets.singleton(token))).isZero();
  }

  @Test
  void aBagCountsATokenOnceTimesItsWorth() {
    float[] worth = new float[8];
    Arrays.fill(worth, 2);
    Bags bags = new Bags(8);
    bags.add(new int[] {5, 1, 5}, worth);
    bags.add(new int[] {}, worth);
    TokenBags built = bags.build();
    assertThat(built.offsets()).containsExactly(0, 2, 2);
    assertThat(built.tokens()).containsExactly(1, 5);
    assertThat(built.weights()).containsExactly(2, 4);
  }

  private static List<String> words(String card, LongSet boilerplate) {
    return CardTokens.words(
        RepositoryRecord.of(RepositoryKind.MODEL, "a/b").card(card).build(), NOTHING, boilerplate);
  }
}
