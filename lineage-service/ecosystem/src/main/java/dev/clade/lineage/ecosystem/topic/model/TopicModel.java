package dev.clade.lineage.ecosystem.topic.model;

import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.topic.mallet.Allocation;
import dev.clade.lineage.ecosystem.topic.text.Corpus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The topics of some texts, those with the largest share first. */
public final class TopicModel {
  private final List<Topic> topics;

  /** By text, then topic in the order of drawing. */
  private final double[][] shares;

  /** By topic its number in the order of drawing. */
  private final int[] order;

  private TopicModel(List<Topic> topics, double[][] shares, int[] order) {
    this.topics = topics;
    this.shares = shares;
    this.order = order;
  }

  /**
   * Finds topics; the same ones for the same seed. In O(rounds · length of the texts · topics of a
   * text and a word).
   *
   * @param corpus the texts, one at least
   * @param topics how many, at least 1
   * @param rounds how often the topic of each word is drawn
   */
  public static TopicModel of(Corpus corpus, int topics, int rounds, int seed) {
    Allocation found = Allocation.of(corpus.words(), corpus.texts(), topics, rounds, seed);
    double[] means =
        IntStream.range(0, topics)
            .mapToDouble(
                topic ->
                    Arrays.stream(found.shares()).mapToDouble(each -> each[topic]).sum()
                        / found.shares().length)
            .toArray();
    int[] order = NodeOrder.descending(topics, topic -> means[topic]);
    List<int[]> words =
        IntStream.of(order).mapToObj(topic -> mostFrequent(found.words()[topic])).toList();
    double[] coherence = Coherence.of(corpus.texts(), words, corpus.words().size());
    List<Topic> listed =
        IntStream.range(0, topics)
            .mapToObj(
                i ->
                    topic(
                        corpus,
                        words.get(i),
                        found.words()[order[i]],
                        means[order[i]],
                        coherence[i]))
            .toList();
    return new TopicModel(listed, found.shares(), order);
  }

  /** Returns the topics, the one with the largest share first. */
  public List<Topic> topics() {
    return topics;
  }

  /** Returns the mean coherence of the topics. */
  public double coherence() {
    return topics.stream().mapToDouble(Topic::coherence).average().orElse(Double.NaN);
  }

  /** Returns the share of a topic in a text, 0 to 1; those of all topics add up to 1. */
  public double share(int text, int topic) {
    return shares[text][order[topic]];
  }

  /** Returns the topic with the largest share in a text, the first of equal ones. */
  public int mainTopic(int text) {
    return IntStream.range(0, order.length)
        .reduce((best, each) -> share(text, each) > share(text, best) ? each : best)
        .orElseThrow();
  }

  private static int[] mostFrequent(double[] occurrences) {
    return IntStream.of(NodeOrder.descending(occurrences.length, word -> occurrences[word]))
        .filter(word -> occurrences[word] > 0)
        .limit(Coherence.WORDS)
        .toArray();
  }

  private static Topic topic(
      Corpus corpus, int[] words, double[] occurrences, double share, double coherence) {
    return new Topic(
        IntStream.of(words).mapToObj(corpus.words()::get).toList(),
        IntStream.of(words).mapToObj(word -> (long) occurrences[word]).toList(),
        (long) DoubleStream.of(occurrences).sum(),
        share,
        coherence);
  }
}
