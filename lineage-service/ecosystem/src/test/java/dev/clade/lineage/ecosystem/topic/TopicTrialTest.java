package dev.clade.lineage.ecosystem.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.topic.model.TopicModel;
import dev.clade.lineage.ecosystem.topic.text.Corpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicTrialTest {
  private static final Corpus CORPUS = corpus();

  @Test
  void theBestOfItsChainsIsKeptAndTheMeanIsOfAll() {
    TopicTrial trial = TopicTrial.of(CORPUS, 4, 3, 10, 5);
    List<Double> alone =
        IntStream.range(5, 8)
            .mapToObj(seed -> TopicModel.of(CORPUS, 4, 10, seed).coherence())
            .toList();
    assertThat(trial.coherences()).isEqualTo(alone).doesNotHaveDuplicates();
    assertThat(trial.best().coherence()).isEqualTo(Collections.max(alone));
    assertThat(trial.least()).isEqualTo(Collections.min(alone));
    assertThat(trial.coherence())
        .isCloseTo((alone.get(0) + alone.get(1) + alone.get(2)) / 3, within(1e-15));
  }

  @Test
  void theSeedOfNoChainIsNegative() {
    assertThat(TopicTrial.of(CORPUS, 2, 2, 10, Integer.MAX_VALUE))
        .usingRecursiveComparison()
        .isEqualTo(TopicTrial.of(CORPUS, 2, 2, 10, Integer.MAX_VALUE));
  }

  @Test
  void ofEquallyCoherentNumbersTheSmallestIsChosen() {
    TopicTrial four = TopicTrial.of(CORPUS, 4, 1, 10, 5);
    TopicTrial two = TopicTrial.of(CORPUS, 2, 1, 10, 5);
    TopicTrial alike = new TopicTrial(four.coherences(), two.best());
    assertThat(new TopicStudy(CORPUS, List.of(alike, four)).chosen()).containsSame(alike);
  }

  private static Corpus corpus() {
    Random chance = new Random(9);
    List<String> words = IntStream.range(10, 40).mapToObj(i -> "word" + i).toList();
    List<String> cards = new ArrayList<>();
    List<int[]> texts = new ArrayList<>();
    for (int card = 10; card < 40; card++) {
      cards.add("card/" + card);
      texts.add(IntStream.range(0, 20).map(each -> chance.nextInt(words.size())).toArray());
    }
    return new Corpus(words, cards, texts);
  }
}
