package dev.clade.lineage.ecosystem.network.identity;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/**
 * Finds accounts that are tied to each other and have names alike, by the rule of the study's
 * script: names in lower case and without punctuation and spaces, of which fuzzywuzzy's {@code
 * token_set_ratio} is at least 90. Without spaces a name is one token, and for two of these that
 * ratio is {@code 200·l / (|a| + |b|)}, rounded, where l is the length of their longest common
 * subsequence. Letters beyond ASCII, which fuzzywuzzy drops, stay.
 */
public final class SamePersonCandidates {
  private static final int LEAST_SIMILARITY = 90;
  private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final LongestCommonSubsequence COMMON = new LongestCommonSubsequence();

  private SamePersonCandidates() {}

  /**
   * Returns the candidates, most similar first, then by number; in O(edges · length of a name²).
   *
   * @param graph authors and their ties
   * @param names of authors
   */
  public static List<SamePerson> of(UndirectedGraph graph, IntFunction<String> names) {
    List<SamePerson> found = new ArrayList<>();
    Neighbors ties = graph.neighbors();
    for (int author = 0; author < graph.nodeCount(); author++) {
      String name = stripped(names.apply(author));
      for (int tie = ties.start(author); tie < ties.end(author); tie++) {
        int other = ties.neighbor(tie);
        int similarity = author < other ? similarity(name, stripped(names.apply(other))) : 0;
        if (similarity >= LEAST_SIMILARITY) {
          found.add(new SamePerson(author, other, similarity));
        }
      }
    }
    found.sort(Comparator.comparingInt(SamePerson::similarity).reversed());
    return found;
  }

  private static String stripped(String name) {
    return DROPPED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static int similarity(String left, String right) {
    int lengths = left.length() + right.length();
    // The rest of a longer name is never common, which spares most pairs the search.
    int most = 200 * Math.min(left.length(), right.length());
    if (lengths == 0 || most < (LEAST_SIMILARITY - 1) * lengths) {
      return 0;
    }
    return (int) Math.rint(200.0 * COMMON.apply(left, right) / lengths);
  }
}
