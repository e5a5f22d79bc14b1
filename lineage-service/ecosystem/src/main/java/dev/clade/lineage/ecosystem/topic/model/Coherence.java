package dev.clade.lineage.ecosystem.topic.model;

import java.util.BitSet;
import java.util.List;

/**
 * How well the words of a topic go together: the measure C_V of Röder, Both and Hinneburg (2015).
 *
 * <p>A window of 110 words slides over the texts, word by word; a shorter text is one window. Two
 * words are as close as their normalised pointwise mutual information over windows says, and the
 * vector of a word is its closeness to all words of the topic. A topic's coherence is the mean,
 * over its words, of the cosine between the word's vector and the sum of all.
 */
final class Coherence {
  /** Words that a window has. */
  static final int WINDOW = 110;

  /** Words of a topic that are looked at. */
  static final int WORDS = 10;

  /** Keeps logarithms finite where words are never together; as gensim has it. */
  private static final double EPSILON = 1e-12;

  private Coherence() {}

  /**
   * Returns the coherence of each topic, −1 to 1; 0 of a topic with less than two words. In
   * O(length of the texts + texts · words²).
   *
   * @param texts words by number
   * @param topics the words of each topic, which the texts have
   * @param words how many different words there are
   */
  static double[] of(List<int[]> texts, List<int[]> topics, int words) {
    boolean[] listed = new boolean[words];
    topics.forEach(topic -> mark(listed, topic));
    BitSet[] inWindows = new BitSet[words];
    long[][][] counts = new long[topics.size()][][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new long[topics.get(i).length][topics.get(i).length];
    }
    long windows = 0;
    for (int[] text : texts) {
      windows += slide(text, listed, inWindows);
      for (int i = 0; i < counts.length; i++) {
        count(topics.get(i), inWindows, counts[i]);
      }
      for (int word : text) {
        inWindows[word] = null;
      }
    }
    double[] coherence = new double[counts.length];
    for (int i = 0; i < coherence.length; i++) {
      coherence[i] = counts[i].length < 2 ? 0 : coherence(counts[i], windows);
    }
    return coherence;
  }

  private static void mark(boolean[] listed, int[] topic) {
    for (int word : topic) {
      listed[word] = true;
    }
  }

  /** Notes in which windows of a text each listed word is; returns how many windows there are. */
  private static int slide(int[] text, boolean[] listed, BitSet[] inWindows) {
    int windows = Math.max(1, text.length - WINDOW + 1);
    for (int place = 0; place < text.length; place++) {
      int word = text[place];
      if (listed[word]) {
        if (inWindows[word] == null) {
          inWindows[word] = new BitSet(windows);
        }
        inWindows[word].set(Math.max(0, place - WINDOW + 1), Math.min(place + 1, windows));
      }
    }
    return windows;
  }

  private static void count(int[] topic, BitSet[] inWindows, long[][] counts) {
    for (int i = 0; i < topic.length; i++) {
      for (int j = 0; inWindows[topic[i]] != null && j <= i; j++) {
        if (inWindows[topic[j]] != null) {
          BitSet both = (BitSet) inWindows[topic[i]].clone();
          both.and(inWindows[topic[j]]);
          counts[i][j] += both.cardinality();
        }
      }
    }
  }

  private static double coherence(long[][] counts, double windows) {
    int size = counts.length;
    double[][] vectors = new double[size][size];
    double[] sum = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double both = counts[Math.max(i, j)][Math.min(i, j)] / windows + EPSILON;
        double apart = counts[i][i] / windows * (counts[j][j] / windows);
        vectors[i][j] = Math.log(both / apart) / -Math.log(both);
        sum[j] += vectors[i][j];
      }
    }
    double cosines = 0;
    for (double[] vector : vectors) {
      cosines += dot(vector, sum) / Math.sqrt(dot(vector, vector) * dot(sum, sum));
    }
    return cosines / size;
  }

  private static double dot(double[] left, double[] right) {
    double dot = 0;
    for (int i = 0; i < left.length; i++) {
      dot += left[i] * right[i];
    }
    return dot;
  }
}
