package dev.clade.embedding.leak;

import dev.clade.embedding.token.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows of words that are looked for in a text. */
final class Phrases {
  /** By their first word; the longest is tried first. */
  private final Map<String, Set<List<String>>> byFirstWord = new HashMap<>();

  Phrases(Collection<String> texts) {
    for (String text : texts) {
      List<String> words = Words.of(text);
      if (!words.isEmpty()) {
        byFirstWord.computeIfAbsent(words.getFirst(), first -> new HashSet<>()).add(words);
      }
    }
  }

  /** Returns the length of the longest phrase that begins at a place, 0 if none does. */
  int lengthAt(List<String> words, int place) {
    int longest = 0;
    for (List<String> phrase : byFirstWord.getOrDefault(words.get(place), Set.of())) {
      int end = place + phrase.size();
      if (phrase.size() > longest
          && end <= words.size()
          && words.subList(place, end).equals(phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }
}
