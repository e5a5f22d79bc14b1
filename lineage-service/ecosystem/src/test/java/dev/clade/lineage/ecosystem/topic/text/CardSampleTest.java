package dev.clade.lineage.ecosystem.topic.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.catalogue.CardText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardSampleTest {
  private static final List<CardText> THOUSAND =
      IntStream.range(0, 1_000)
          .mapToObj(i -> new CardText("owner/" + i, "speech voice" + i % 7 + " images" + i % 3))
          .toList();

  @Test
  void theOrderOfReadingDoesNotMatter() {
    List<CardText> shuffled = new ArrayList<>(THOUSAND);
    Collections.shuffle(shuffled, new Random(5));
    Corpus corpus = sample(100, 1, THOUSAND).corpus(1, 1);
    Corpus other = sample(100, 1, shuffled).corpus(1, 1);
    assertThat(other.cards()).isEqualTo(corpus.cards()).hasSize(100).isSorted();
    assertThat(other.words()).isEqualTo(corpus.words()).isSorted();
    assertThat(other.texts()).usingRecursiveComparison().isEqualTo(corpus.texts());
  }

  @Test
  void anotherSeedDrawsOthers() {
    assertThat(sample(100, 2, THOUSAND).corpus(1, 1).cards())
        .isNotEqualTo(sample(100, 1, THOUSAND).corpus(1, 1).cards());
  }

  @Test
  void aLargerBoundKeepsWhatASmallerOneDraws() {
    assertThat(sample(200, 1, THOUSAND).corpus(1, 1).cards())
        .containsAll(sample(100, 1, THOUSAND).corpus(1, 1).cards());
  }

  /** Of a thousand, each tenth of the list has about a tenth of those drawn. */
  @Test
  void allPartsOfAHubAreDrawnAlike() {
    List<String> drawn = sample(500, 1, THOUSAND).corpus(1, 1).cards();
    for (int tenth = 0; tenth < 10; tenth++) {
      List<String> part =
          THOUSAND.subList(tenth * 100, tenth * 100 + 100).stream().map(CardText::id).toList();
      assertThat(part.stream().filter(drawn::contains).count()).isBetween(35L, 65L);
    }
  }

  @Test
  void saysWhatWasLeftOut() {
    CardSample sample =
        sample(
            2,
            1,
            List.of(
                new CardText("a/empty", ""),
                new CardText("a/trivial", "# A"),
                new CardText("a/trainer", "This card has been generated automatically."),
                new CardText("a/one", "speech"),
                new CardText("a/two", "speech"),
                new CardText("a/three", "speech")));
    assertThat(sample.read()).isEqualTo(6);
    assertThat(sample.trivial()).isEqualTo(2);
    assertThat(sample.automatic()).isEqualTo(1);
    assertThat(sample.drawn()).isEqualTo(2);
  }

  /** Of four cards three have speech, two have images, one a voice, and one has nothing else. */
  @Test
  void wordsOfFewAndOfMostCardsAreDropped() {
    CardSample sample =
        sample(
            9,
            1,
            List.of(
                new CardText("a/d", "Speech of a voice."),
                new CardText("a/c", "Images, and images!"),
                new CardText("a/b", "Speech and images"),
                new CardText("a/a", "Speech")));
    Corpus corpus = sample.corpus(2, 0.5);
    assertThat(corpus.words()).containsExactly("images");
    assertThat(corpus.cards()).containsExactly("a/b", "a/c");
    assertThat(corpus.texts().getLast()).containsExactly(0, 0);
    assertThat(corpus.length()).isEqualTo(3);
    assertThat(sample.corpus(1, 0.75).words()).containsExactly("images", "speech", "voice");
    assertThat(sample.corpus(4, 1).cards()).isEmpty();
  }

  @Test
  void aWordIsToldInItsMostFrequentForm() {
    List<CardText> cards =
        List.of(
            new CardText("a/a", "language languages speaker"),
            new CardText("a/b", "languages speakers"));
    assertThat(sample(9, 1, cards).corpus(2, 1).words()).containsExactly("languages", "speaker");
  }

  @Test
  void formsOfCardsThatWereDrawnNoMoreAreNotTold() {
    List<CardText> cards = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      cards.add(new CardText("a/" + i, i % 2 == 0 ? "languages" : "language"));
    }
    Corpus corpus = sample(1, 1, cards).corpus(1, 1);
    int drawn = Integer.parseInt(corpus.cards().getFirst().substring(2));
    assertThat(corpus.words()).containsExactly(drawn % 2 == 0 ? "languages" : "language");
  }

  private static CardSample sample(int bound, int seed, List<CardText> cards) {
    CardSample sample = new CardSample(bound, seed);
    cards.forEach(sample::add);
    return sample;
  }
}
