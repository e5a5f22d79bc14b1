package dev.clade.embedding.token;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Locale;

/** Three to five neighbouring characters of a name, with its beginning and end marked. */
public final class NameTokens {
  /** How many buckets there are. */
  public static final int BUCKETS = 1 << 16;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;

  private NameTokens() {}

  /** Returns the buckets of a repository's name, regardless of case. */
  public static int[] hash(String name) {
    String marked = "^" + name.toLowerCase(Locale.ROOT) + "$";
    IntArrayList tokens = new IntArrayList();
    for (int size = SHORTEST; size <= LONGEST; size++) {
      for (int start = 0; start + size <= marked.length(); start++) {
        tokens.add(TokenHash.bucket(marked.substring(start, start + size), BUCKETS));
      }
    }
    return tokens.toIntArray();
  }
}
