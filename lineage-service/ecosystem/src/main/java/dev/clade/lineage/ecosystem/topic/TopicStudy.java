package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.topic.model.TopicModel;
import dev.clade.lineage.ecosystem.topic.text.Corpus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The topics of some cards, for each number of topics that was tried.
 *
 * @param corpus the cards' texts
 * @param trials fewest topics first; none where no card has a text
 */
record TopicStudy(Corpus corpus, List<TopicTrial> trials) {
  /** Keeps an unchangeable copy. */
  TopicStudy {
    trials = List.copyOf(trials);
  }

  /**
   * Finds topics, for each number of them on its own.
   *
   * @param counts numbers of topics, ascending
   */
  static TopicStudy of(Corpus corpus, List<Integer> counts, int chains, int rounds, int seed) {
    List<TopicTrial> trials =
        corpus.texts().isEmpty()
            ? List.of()
            : counts.parallelStream()
                .map(count -> TopicTrial.of(corpus, count, chains, rounds, seed))
                .toList();
    return new TopicStudy(corpus, trials);
  }

  /** Returns the trial of the most coherent topics, of equal ones that with fewest topics. */
  Optional<TopicTrial> chosen() {
    return trials.stream().max(Comparator.comparingDouble(TopicTrial::coherence));
  }

  /** Returns the best topics of the chosen trial. */
  Optional<TopicModel> model() {
    return chosen().map(TopicTrial::best);
  }
}
