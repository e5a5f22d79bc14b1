package dev.clade.lineage.ecosystem.topic.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.topic.text.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixty texts of three vocabularies that share no word: thirty, twenty and ten texts of each. */
class TopicModelTest {
  private static final List<String> WORDS =
      List.of(
          "audio",
          "pitch",
          "speech",
          "voice",
          "image",
          "pixel",
          "segment",
          "vision",
          "grammar",
          "sentence",
          "translate",
          "vocabulary");
  private static final int VOCABULARY = 4;
  private static final int LENGTH = 30;
  private static final Corpus CORPUS = corpus();

  @Test
  void findsVocabulariesThatShareNoWord() {
    TopicModel model = TopicModel.of(CORPUS, 3, 100, 7);
    assertThat(model.topics())
        .extracting(topic -> Set.copyOf(topic.words()))
        .containsExactly(vocabulary(0), vocabulary(1), vocabulary(2));
    assertThat(model.topics()).extracting(Topic::length).containsExactly(900L, 600L, 300L);
    assertThat(model.topics().getFirst().share()).isCloseTo(0.5, within(0.02));
    assertThat(model.mainTopic(0)).isEqualTo(0);
    assertThat(model.mainTopic(59)).isEqualTo(2);
    assertThat(model.share(59, 2)).isGreaterThan(0.9);
    assertThat(IntStream.range(0, 3).mapToDouble(topic -> model.share(31, topic)).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void wordsStandByTheirOccurrencesThenByLetters() {
    for (Topic topic : TopicModel.of(CORPUS, 2, 20, 7).topics()) {
      for (int i = 1; i < topic.words().size(); i++) {
        int more = Long.compare(topic.occurrences().get(i - 1), topic.occurrences().get(i));
        assertThat(more).isNotNegative();
        if (more == 0) {
          assertThat(topic.words().get(i - 1)).isLessThan(topic.words().get(i));
        }
      }
    }
  }

  @Test
  void theRightNumberIsMoreCoherentThanTooFew() {
    assertThat(TopicModel.of(CORPUS, 3, 100, 7).coherence())
        .isGreaterThan(TopicModel.of(CORPUS, 2, 100, 7).coherence());
  }

  @Test
  void theSameSeedFindsTheSame() {
    TopicModel model = TopicModel.of(CORPUS, 5, 50, 11);
    TopicModel again = TopicModel.of(CORPUS, 5, 50, 11);
    assertThat(again.topics()).isEqualTo(model.topics());
    assertThat(again.share(17, 3)).isEqualTo(model.share(17, 3));
    assertThat(TopicModel.of(CORPUS, 5, 50, 12).topics()).isNotEqualTo(model.topics());
  }

  @Test
  void moreTopicsThanWordsLeaveSomeWithoutWords() {
    Corpus tiny = new Corpus(List.of("word"), List.of("a/card"), List.of(new int[] {0}));
    TopicModel model = TopicModel.of(tiny, 4, 30, 1);
    assertThat(model.topics()).hasSize(4);
    assertThat(model.topics()).extracting(topic -> topic.words().size()).contains(0, 1);
    assertThat(model.coherence()).isZero();
  }

  private static Set<String> vocabulary(int number) {
    return Set.copyOf(WORDS.subList(number * VOCABULARY, (number + 1) * VOCABULARY));
  }

  private static Corpus corpus() {
    Random chance = new Random(3);
    List<String> cards = new ArrayList<>();
    List<int[]> texts = new ArrayList<>();
    for (int card = 0; card < 60; card++) {
      int first = (card < 30 ? 0 : card < 50 ? 1 : 2) * VOCABULARY;
      cards.add("card/%02d".formatted(card));
      texts.add(
          IntStream.range(0, LENGTH).map(each -> first + chance.nextInt(VOCABULARY)).toArray());
    }
    return new Corpus(WORDS, cards, texts);
  }
}
