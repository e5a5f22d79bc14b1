package dev.clade.lineage.ecosystem.topic.mallet;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureSequence;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The state in which latent Dirichlet allocation ends, topics in no order of meaning.
 *
 * @param words by topic, then word: how often the word is drawn from the topic
 * @param shares by text, then topic: the share of the topic in the text, with the prior
 */
public record Allocation(double[][] words, double[][] shares) {
  /** Rounds between two estimates of the priors, and before the first one. */
  private static final int OPTIMIZED_EVERY = 10;

  static {
    SilentMallet.silence();
  }

  /**
   * Draws the topic of every word anew, some rounds long, in one thread, so that the seed alone
   * decides. The priors over topics, each its own, and over words are estimated every ten rounds.
   *
   * @param words the different words
   * @param texts of words by their place in {@code words}, none empty
   * @param seed at least 0
   */
  public static Allocation of(
      List<String> words, List<int[]> texts, int topics, int rounds, int seed) {
    ParallelTopicModel model = new ParallelTopicModel(topics);
    model.setNumThreads(1);
    model.setRandomSeed(seed);
    model.setNumIterations(rounds);
    model.setBurninPeriod(OPTIMIZED_EVERY);
    model.setOptimizeInterval(OPTIMIZED_EVERY);
    model.setTopicDisplay(0, 0);
    model.printLogLikelihood = false;
    model.addInstances(instances(words, texts));
    try {
      model.estimate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Allocation(model.getTopicWords(false, false), model.getDocumentTopics(true, true));
  }

  private static InstanceList instances(List<String> words, List<int[]> texts) {
    Alphabet alphabet = new Alphabet(words.toArray());
    InstanceList instances = new InstanceList(alphabet, null);
    for (int[] text : texts) {
      instances.add(new Instance(new FeatureSequence(alphabet, text), null, null, null));
    }
    return instances;
  }
}
