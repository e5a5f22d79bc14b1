package dev.clade.lineage.ecosystem.topic.model;

import java.util.List;

/**
 * A topic.
 *
 * @param words its ten most frequent words, the most frequent first, of equal ones by letters; less
 *     when it has less
 * @param occurrences of each of these, how often it was drawn from the topic
 * @param length how many words were drawn from it
 * @param share the mean of its shares of the texts, 0 to 1
 * @param coherence of these words, −1 to 1
 */
public record Topic(
    List<String> words, List<Long> occurrences, long length, double share, double coherence) {
  /** Keeps unchangeable copies. */
  public Topic {
    words = List.copyOf(words);
    occurrences = List.copyOf(occurrences);
  }
}
