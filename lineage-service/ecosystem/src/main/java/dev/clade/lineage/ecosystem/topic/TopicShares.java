package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.topic.model.TopicModel;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The share of each topic in a group of cards: the mean of its shares of the cards. */
final class TopicShares {
  private final double[] sums;
  private long cards;

  private TopicShares(int topics) {
    sums = new double[topics];
  }

  /**
   * Returns the shares in groups.
   *
   * @param cards how many there are
   * @param group by card its group, if it is in any
   */
  static SortedMap<String, TopicShares> of(
      TopicModel model, int cards, IntFunction<Optional<String>> group) {
    SortedMap<String, TopicShares> groups = new TreeMap<>();
    int topics = model.topics().size();
    for (int i = 0; i < cards; i++) {
      int card = i;
      group
          .apply(card)
          .ifPresent(
              name ->
                  groups.computeIfAbsent(name, each -> new TopicShares(topics)).add(model, card));
    }
    return groups;
  }

  private void add(TopicModel model, int card) {
    cards++;
    for (int topic = 0; topic < sums.length; topic++) {
      sums[topic] += model.share(card, topic);
    }
  }

  long cards() {
    return cards;
  }

  double share(int topic) {
    return sums[topic] / cards;
  }
}
